import type { Server } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#kernel/domain-error.js';
import type { Language } from '#kernel/refusals/words.js';
import { languageOf } from './language.js';
import { problem } from './problem.js';

export interface TimeLimits {
  /** From the first byte of a request to the end of its headers. */
  readonly headersMs: number;
  /** From the end of the headers to the end of an ordinary body. */
  readonly bodyMs: number;
  /** Of a body that is read as it comes (files, lines): the longest time in which nothing of it comes. */
  readonly idleMs: number;
  /** How often the clock is looked at. */
  readonly everyMs: number;
}

export const TIME_LIMITS: TimeLimits = { headersMs: 15_000, bodyMs: 30_000, idleMs: 30_000, everyMs: 1_000 };

/** Read whole before anything else is done with them; every other body is handed on as it comes. */
const READ_WHOLE = /^application\/json\b/i;

/** Nobody may hold a connection by sending slowly, signed in or not: who is too slow gets a 408, and is cut off. */
export function limitTime(fastify: FastifyInstance, limits: TimeLimits = TIME_LIMITS): void {
  fastify.server.headersTimeout = limits.headersMs;
  fastify.addHook('onRequest', (request, reply, done) => {
    if (hasBody(request)) watchBody(request, reply, limits);
    done();
  });
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function watchBody(request: FastifyRequest, reply: FastifyReply, limits: TimeLimits): void {
  const { raw } = request;
  const whole = READ_WHOLE.test(request.headers['content-type'] ?? 'application/json');
  let since = performance.now();
  let seen = raw.socket.bytesRead;
  const timer = setInterval(() => {
    if (raw.complete || raw.destroyed) {
      clearInterval(timer);
      return;
    }
    // What waits to be read here is not the sender's delay.
    if (!whole && (raw.socket.bytesRead !== seen || raw.readableLength > 0)) {
      since = performance.now();
      seen = raw.socket.bytesRead;
    }
    if (performance.now() - since < (whole ? limits.bodyMs : limits.idleMs)) return;
    clearInterval(timer);
    cutOff(reply, languageOf(request.headers));
  }, limits.everyMs);
  timer.unref();
}

function cutOff(reply: FastifyReply, language: Language): void {
  const { raw } = reply;
  reply.hijack();
  if (raw.headersSent) {
    raw.destroy();
    return;
  }
  const body = JSON.stringify(problem(new DomainError('REQUEST_TIMEOUT'), language));
  raw.writeHead(408, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Language': language,
    Vary: 'Accept-Language',
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
  });
  raw.end(body, () => {
    raw.req.socket.destroySoon();
  });
}

/** Closes HTTP: requests under way may finish within the time, then their connections are cut. */
export async function closeWithin(ms: number, server: Server, close: () => Promise<unknown>): Promise<void> {
  const timer = setTimeout(() => {
    server.closeAllConnections();
  }, ms);
  try {
    await close();
  } finally {
    clearTimeout(timer);
  }
}
