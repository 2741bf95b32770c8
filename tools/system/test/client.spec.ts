import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Client } from '../client.js';
import { answerOf, HttpFailure } from '../http-failure.js';

interface Heard {
  readonly key: string | undefined;
  readonly authorization: string | undefined;
  readonly body: string;
}
/** Status and text of an answer; null: the connection is cut. */
type Answer = readonly [number, string] | null;

let server: HttpServer;
let heard: Heard[];
let answers: Answer[];
let client: Client;
beforeEach(async () => {
  heard = [];
  server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      const { 'idempotency-key': key, authorization } = incoming.headers;
      heard.push({ key: key?.toString(), authorization, body: Buffer.concat(parts).toString() });
      const answer = answers.shift();
      if (!answer) outgoing.destroy();
      else outgoing.writeHead(answer[0], { 'content-type': 'application/json' }).end(answer[1]);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  client = new Client({ url, token: (role, region) => Promise.resolve(`${role}@${region}`) }, 'operations', '33.02');
});
afterEach(() => {
  server.close();
});

const keys = () => heard.map(({ key }) => key);

describe('the client', () => {
  it('sends a call whose outcome is unknown again, under the same key, until it is known', async () => {
    answers = [null, [503, '{}'], [202, '{}'], [201, '{"id":"1"}']];
    expect(await client.post('/api/orders', { lines: [] }, 'once')).toEqual({ id: '1' });
    expect(keys()).toEqual(['once', 'once', 'once', 'once']);
    expect(new Set(heard.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer operations@33.02']));
  });

  it('does the same for described calls', async () => {
    answers = [null, [500, '{}'], [200, '{"commodities":[]}']];
    expect(await answerOf(client.api.GET('/api/operations/summary'))).toEqual({ commodities: [] });
    expect(heard[2]?.authorization).toBe('Bearer operations@33.02');
  });

  it('sends a stream again whose answers broke off', async () => {
    answers = [
      [200, '{"status":"registered"}\n{"status":"stopped"}\n'],
      [200, '{"status":"registered"}\n{"status":"registered"}\n'],
    ];
    const complete = (lines: readonly { status: string }[]) => lines.every(({ status }) => status !== 'stopped');
    const lines = [{ name: 'Darsih' }, { name: 'Tumirah' }];
    expect(await client.postLines('/api/registry/producers/bulk', lines, 'bulk', complete)).toHaveLength(2);
    expect(heard.map(({ key, body }) => [key, body])).toEqual(
      Array(2).fill(['bulk', '{"name":"Darsih"}\n{"name":"Tumirah"}\n']),
    );
  });

  it('takes a refusal for an answer, and says which call was refused', async () => {
    answers = [[422, '{"code":"ORIGIN_REQUIRED"}']];
    const refused = await client.post('/api/orders', {}, 'no').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(HttpFailure);
    expect(refused).toMatchObject({ status: 422, message: 'POST /api/orders (no): 422 {"code":"ORIGIN_REQUIRED"}' });
    expect(heard).toHaveLength(1);
  });

  it('gives each call a key of its own, and none to what only starts work', async () => {
    answers = [
      [201, '{}'],
      [201, '{}'],
      [202, '{}'],
    ];
    await client.post('/api/orders', {});
    await client.post('/api/orders', {});
    await client.start('/api/orders/uploads/1/placement', { rows: 'all' });
    const [first, second, third] = keys();
    expect(first).not.toBe(second);
    expect([typeof first, third]).toEqual(['string', undefined]);
  });
});
