import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect, type AddressInfo, type Socket } from 'node:net';
import fastifyFactory, { type FastifyInstance } from 'fastify';
import { acceptNdjson, ndjsonOf } from '#platform/http/ndjson.js';
import { closeWithin, limitTime } from '#platform/http/time-limits.js';
import { until } from '../consuming/samples.js';

/** Short of what a service has. */
const LIMITS = { headersMs: 400, bodyMs: 600, idleMs: 400, everyMs: 50 };
const LINES =
  'POST /lines HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n';
const BODY = 'POST / HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"a":';

class Caller {
  answer = '';
  closed = false;
  private constructor(readonly socket: Socket) {
    socket.on('data', (bytes: Buffer) => (this.answer += bytes.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => (this.closed = true));
  }
  static async to(fastify: FastifyInstance): Promise<Caller> {
    const { port } = fastify.server.address() as AddressInfo;
    const caller = new Caller(connect(port, '127.0.0.1'));
    await new Promise((resolve) => caller.socket.once('connect', resolve));
    return caller;
  }
  /** Sends `text` every 100 ms. */
  keepSending(text: string): () => void {
    const timer = setInterval(() => this.socket.write(text), 100);
    return () => {
      clearInterval(timer);
    };
  }
}

describe('a request that comes too slowly', () => {
  let fastify: FastifyInstance;
  let begun: number;
  let lines: number;
  beforeEach(async () => {
    begun = 0;
    lines = 0;
    fastify = fastifyFactory({ http: { connectionsCheckingInterval: LIMITS.everyMs } });
    acceptNdjson(fastify);
    limitTime(fastify, LIMITS);
    fastify.addHook('onRequest', (_request, _reply, done) => {
      begun += 1;
      done();
    });
    fastify.post('/', () => 'done');
    fastify.post('/lines', async (request) => {
      for await (const _ of ndjsonOf(request).lines()) lines += 1;
      return 'done';
    });
    fastify.get('/never', () => new Promise(() => undefined));
    await fastify.listen({ port: 0, host: '127.0.0.1' });
  });
  afterEach(() => closeWithin(0, fastify.server, () => fastify.close()));

  it('is cut off while its headers are half sent', async () => {
    const caller = await Caller.to(fastify);
    caller.socket.write('GET / HTTP/1.1\r\nHost: h\r\nX-Slow: ');
    const stop = caller.keepSending('a');
    await until('the end', () => caller.closed);
    stop();
    expect(caller.answer).toContain('408');
    expect(begun).toBe(0);
  });

  it('is cut off while its body is unfinished, however steadily it comes, with an answer that says so', async () => {
    const caller = await Caller.to(fastify);
    caller.socket.write(BODY);
    const stop = caller.keepSending(' ');
    await until('the end', () => caller.closed);
    stop();
    expect(caller.answer).toMatch(/^HTTP\/1.1 408 /);
    expect(JSON.parse(caller.answer.split('\r\n').at(-1) ?? '')).toMatchObject({
      status: 408,
      code: 'REQUEST_TIMEOUT',
    });
  });

  it('may take longer for a body that is read as it comes, as long as it comes', async () => {
    const caller = await Caller.to(fastify);
    caller.socket.write(LINES);
    const stop = caller.keepSending('3\r\n{}\n\r\n');
    const started = performance.now();
    await until('many lines', () => lines > 0 && performance.now() - started > 2 * LIMITS.bodyMs);
    stop();
    expect(caller.closed).toBe(false);
    await until('the end', () => caller.closed);
    expect(caller.answer).toMatch(/^HTTP\/1.1 408 /);
  });

  it.each([
    ['an unfinished body', BODY, 1],
    ['an unfinished stream', LINES, 1],
    ['a half-sent header', 'GET / HTTP/1.1\r\nHost: h\r\nX-Slow: ', 0],
    ['an answer that never comes', 'GET /never HTTP/1.1\r\nHost: h\r\n\r\n', 1],
  ])('does not keep a service with %s from ending', async (_, sent, requests) => {
    const caller = await Caller.to(fastify);
    caller.socket.write(sent);
    await until('its arrival', () => begun === requests && caller.socket.bytesWritten === sent.length);
    const stop = caller.keepSending(' ');
    const started = performance.now();
    await closeWithin(200, fastify.server, () => fastify.close());
    stop();
    expect(performance.now() - started).toBeLessThan(5_000);
    await until('the end', () => caller.closed);
  });
});
