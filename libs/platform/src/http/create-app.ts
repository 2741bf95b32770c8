import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { requirePolicies } from '../access/require-policies.js';
import { parseJsonBody } from './json-body.js';
import { acceptNdjson } from './ndjson.js';
import { validationPipe } from './validation.js';

/** Largest ordinary body; streams and uploads set their own. */
const BODY_LIMIT_BYTES = 256 * 1024;

/** A Nest application on Fastify with our body parser, validation and policies; not listening yet. */
export async function createApp(module: Type): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit: BODY_LIMIT_BYTES, forceCloseConnections: 'idle' });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: ['error', 'warn'],
    bodyParser: false,
    abortOnError: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseJsonBody(body as Buffer));
    } catch (error) {
      done(error as Error, undefined);
    }
  });
  acceptNdjson(fastify);
  app.useGlobalPipes(validationPipe());
  requirePolicies(app);
  return app;
}
