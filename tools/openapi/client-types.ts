import openapiTypescript, { astToString } from 'openapi-typescript';
import type { OpenApi } from './document.js';

/** TypeScript types of a document's paths and schemas, for openapi-fetch. */
export async function typesOf(document: OpenApi): Promise<string> {
  const types = await openapiTypescript(JSON.stringify(document));
  return `/** Made by npm run describe from the service's OpenAPI document. */\n${astToString(types)}`;
}
