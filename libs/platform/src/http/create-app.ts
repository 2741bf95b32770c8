import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Type } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { rememberRules } from '#contracts/remembered-rules.js';
import { ServiceConfig } from '../context/config.js';
import { Shutdown } from '../context/shutdown.js';
import { requirePolicies } from '../access/require-policies.js';
import { BusinessClock } from '#kernel/business-clock.js';
import { DomainError, faultAt } from '#kernel/domain-error.js';
import { says } from '#kernel/refusals/sentences.js';
import { uuidv7 } from '#kernel/uuid.js';
import { cutBrokenAnswers } from './broken-answers.js';
import { sendCallHeaders } from './call-headers.js';
import { parseJsonBody } from './json-body.js';
import { languageOf } from './language.js';
import { acceptNdjson } from './ndjson.js';
import { knowMethods } from './known-methods.js';
import { limitTime, TIME_LIMITS } from './time-limits.js';
import { sendProblem } from './problem.filter.js';
import { toProblem } from './problem.js';
import { tokenCookie } from '../access/page-cookies.js';
import { limitRates } from './rate-limit.js';
import { sendSafeHeaders } from './safe-headers.js';
import { isWithin } from '../context/trusted-proxies.js';
import { validationPipe } from './validation.js';

/** Largest ordinary body; streams and uploads set their own. */
const BODY_LIMIT_BYTES = 256 * 1024;

/** A Nest application on Fastify with our body parser, rate limit, validation and policies; not listening yet. */
export async function createApp(module: Type): Promise<NestFastifyApplication> {
  rememberRules();
  // Which proxies are believed is known once the configuration is.
  let isTrusted = (_address: string): boolean => false;
  const adapter = new FastifyAdapter({
    trustProxy: (address: string) => isTrusted(address),
    bodyLimit: BODY_LIMIT_BYTES,
    forceCloseConnections: 'idle',
    genReqId: () => uuidv7(),
    http: { connectionsCheckingInterval: TIME_LIMITS.everyMs },
    frameworkErrors: (error: Error, { headers }: FastifyRequest, reply: FastifyReply) => {
      const language = languageOf(headers);
      sendProblem(reply, toProblem(error, language), language);
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: ['error', 'warn'],
    bodyParser: false,
    abortOnError: false,
  });
  isTrusted = isWithin(app.get(ServiceConfig).SERAP_TRUSTED_PROXIES);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, bodyOf(parseJsonBody(body as Buffer)));
    } catch (error) {
      done(error as Error, undefined);
    }
  });
  acceptNdjson(fastify);
  refuseEncodings(fastify);
  limitTime(fastify);
  closeUnread(fastify);
  closeUnused(fastify);
  closeWhileLeaving(fastify, app.get(Shutdown));
  cutBrokenAnswers(fastify);
  sendSafeHeaders(fastify);
  sendCallHeaders(fastify, app.get(BusinessClock));
  knowMethods(fastify);
  const { SERAP_REQUESTS_PER_MINUTE: most, SERAP_PAGES_URL: pages } = app.get(ServiceConfig);
  await limitRates(fastify, most, tokenCookie(pages));
  app.useGlobalPipes(validationPipe());
  requirePolicies(app);
  return app;
}

/** Nest takes null for an empty object, and a list for one without fields; a caller who sends it has made a mistake. */
function bodyOf(value: unknown): unknown {
  if (value !== null && !Array.isArray(value)) return value;
  throw new DomainError('INVALID.object', {}, [faultAt('', says('object'))]);
}

/** Bodies come as they are: what was compressed may unpack to any size, and read as it is would be something else. */
function refuseEncodings(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const encoding = request.headers['content-encoding'] ?? 'identity';
    if (encoding.toLowerCase() === 'identity') done();
    else done(new DomainError('UNSUPPORTED_MEDIA_TYPE.encoded'));
  });
}

/** A refusal that comes before its body was read ends the connection: the rest of that body is no next request. */
function closeUnread(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (reply.statusCode >= 400 && !request.raw.complete) void reply.header('Connection', 'close');
    done(null, payload);
  });
}

/** Who is answered while the end is announced looks for another connection, before this one is closed under its next call. */
function closeWhileLeaving(fastify: FastifyInstance, shutdown: Shutdown): void {
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (shutdown.leaving) void reply.header('Connection', 'close');
    done(null, payload);
  });
}

/** A connection that a browser opened ahead, and sent nothing on, is not idle to Node: it would hold up the end for a minute. */
function closeUnused(fastify: FastifyInstance): void {
  const unused = new Set<Socket>();
  fastify.server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  fastify.server.on('request', ({ socket }: IncomingMessage) => unused.delete(socket));
  fastify.addHook('preClose', (done) => {
    for (const socket of unused) socket.destroy();
    done();
  });
}
