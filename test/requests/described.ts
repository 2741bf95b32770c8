import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Operation } from '../../tools/openapi/document.js';
import { fileOf } from '../../tools/openapi/files.js';
import { ROOT } from '../../tools/system/root.js';
import { SERVICES, type ServiceName } from '#contracts/topics.js';

export type Schema = Readonly<Record<string, unknown>>;

/** A route as the committed OpenAPI document of its service describes it. */
export interface Described {
  readonly service: ServiceName;
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

export const DOCUMENTS = new Map(
  SERVICES.map((service) => [service, JSON.parse(readFileSync(join(ROOT, fileOf(service)), 'utf8')) as OpenApiFile]),
);

interface OpenApiFile extends Schema {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const ALL: readonly Described[] = [...DOCUMENTS].flatMap(([service, { paths }]) =>
  Object.entries(paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([method, operation]) => ({ service, path, method, operation })),
  ),
);

/** Every route of every service that asks for a permission. */
export const ROUTES = ALL.filter(({ operation }) => operation['x-permission'] !== undefined);

/** By which people sign in and out: they read cookies by themselves, and some lead elsewhere. */
export const SIGN_IN_ROUTES = ALL.filter(({ path }) => path.startsWith('/auth/'));

/** What a local reference (`#/…`) of a service's document points to. */
export function resolve(service: ServiceName, schema: Schema): Schema {
  const reference = schema['$ref'];
  if (typeof reference !== 'string') return schema;
  const parts = reference.slice(2).split('/');
  return parts.reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], DOCUMENTS.get(service)) as Schema;
}
