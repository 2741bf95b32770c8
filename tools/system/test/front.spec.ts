import { createServer, get, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { freePort } from '../../postgres/free-port.js';
import { openFront } from '../front.js';

let front: FastifyInstance;
const upstreams: Server[] = [];
afterEach(async () => {
  await front.close();
  for (const server of upstreams.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function service(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  upstreams.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

/** A front whose `/api/orders` is behind `orders`; its pages tell the address that was asked for. */
async function open(orders: string): Promise<string> {
  const port = await freePort();
  const pages = await service((request, response) => {
    response.end(`pages ${String(request.url)}`);
  });
  front = await openFront({ port, pages, routes: { '/api/orders': orders }, answerMs: 300 });
  return `http://127.0.0.1:${String(port)}`;
}

async function problem(url: string): Promise<[number, string | null, unknown]> {
  const response = await fetch(url);
  return [response.status, response.headers.get('content-type'), await response.json()];
}

/** `fetch` would tidy the path up. */
function getAsWritten(url: string, path: string): Promise<{ status?: number; type?: string; text: string }> {
  const { hostname: host, port } = new URL(url);
  return new Promise((resolve, reject) => {
    get({ host, port, path }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => {
        resolve({ status: response.statusCode!, type: response.headers['content-type']!, text });
      });
    }).on('error', reject);
  });
}

describe('the front', () => {
  it('says 503 in words while a service does not run, and the others go on', async () => {
    const url = await open(`http://127.0.0.1:${String(await freePort())}`);
    expect(await problem(`${url}/api/orders`)).toEqual([
      503,
      expect.stringContaining('application/problem+json'),
      expect.objectContaining({ status: 503, code: 'UNAVAILABLE', detail: expect.stringContaining('not running') }),
    ]);
    expect(await (await fetch(`${url}/mitra`)).text()).toBe('pages /mitra');
  });

  it('says so in the language of its reader', async () => {
    const url = await open(`http://127.0.0.1:${String(await freePort())}`);
    const answer = await fetch(`${url}/api/orders`, { headers: { 'Accept-Language': 'id-ID, en;q=0.5' } });
    expect([answer.headers.get('content-language'), answer.headers.get('vary')]).toEqual(['id', 'Accept-Language']);
    expect(await answer.json()).toMatchObject({
      code: 'UNAVAILABLE',
      detail: expect.stringContaining('belum berjalan'),
    });
  });

  it.each<[string, RequestListener]>([
    ['does not answer', () => undefined],
    ['hangs up', (request) => request.socket.destroy()],
  ])('says 502 in words when a service %s', async (_, listener) => {
    const url = await open(await service(listener));
    expect(await problem(`${url}/api/orders`)).toMatchObject([
      502,
      expect.stringContaining('problem+json'),
      { status: 502 },
    ]);
  });

  it('passes a refusal on as it is, without asking again', async () => {
    let asked = 0;
    const url = await open(
      await service((_request, response) => {
        asked += 1;
        response.writeHead(503, { 'Content-Type': 'application/problem+json', 'Retry-After': '2' }).end('{"code":"X"}');
      }),
    );
    expect((await problem(`${url}/api/orders`))[2]).toEqual({ code: 'X' });
    expect(asked).toBe(1);
  });

  it.each([
    ...['/metrics', '/metrics?x=1', '/metrics/', '/%6detrics', '/readyz', '/livez', '/version', '/versio%6E'].map(
      (path) => [404, path] as const,
    ),
    ...[
      '/./metrics',
      '/%2e/metrics',
      '//metrics',
      '/x/../metrics',
      '/x/%2e%2E/metrics',
      '/\\metrics',
      '/metrics//',
    ].map((path) => [400, path] as const),
    ...['http://127.0.0.1/metrics', '/%zz', '/%2e%2e', '/..', '/%c0%ae/metrics'].map((path) => [400, path] as const),
  ])('answers %i as a problem document to %s, and passes nothing on', async (status, path) => {
    const url = await open(await service((_request, response) => response.end('orders')));
    const answer = await getAsWritten(url, path);
    expect([answer.status, answer.type]).toEqual([status, expect.stringContaining('application/problem+json')]);
    expect(JSON.parse(answer.text)).toMatchObject({ status, detail: expect.any(String) });
  });

  it.each(['/', '/?x=/../', '/mitra/', '/assets/a..b.js', '/x/LPPOM%2F12%20a'])(
    'passes %s on as it is',
    async (path) => {
      const url = await open(await service((_request, response) => response.end('orders')));
      expect((await getAsWritten(url, path)).text).toBe(`pages ${path}`);
    },
  );

  it('knows the pages by one name: whoever comes by another is sent there', async () => {
    const url = await open(await service((_request, response) => response.end('orders')));
    const { port } = new URL(url);
    const page = await fetch(`http://localhost:${port}/mitra?x=1`, {
      headers: { accept: 'text/html' },
      redirect: 'manual',
    });
    expect([page.status, page.headers.get('location')]).toEqual([307, `${url}/mitra?x=1`]);
    expect(await (await fetch(`http://localhost:${port}/api/orders`)).text()).toBe('orders');
  });
});
