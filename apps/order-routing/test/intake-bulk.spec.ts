import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IntakeFixture, type Reply } from './intake-app.js';
import { agreementInputs, lotInput, orderBody } from './routing-app.js';
import { statements } from './statements.js';

const NDJSON = 'application/x-ndjson';
const line = (key: string, order: object) => `${JSON.stringify({ key, order })}\n`;

describe('a stream of orders', () => {
  let intake: IntakeFixture;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    intake = await IntakeFixture.open();
    app = await intake.replica();
    await intake.feed(app, [...agreementInputs('13.03', 1_000), lotInput('A', 5_000)]);
  });

  afterAll(() => intake.close());

  const bulk = (body: string, region = '13.03'): Promise<Reply> =>
    intake.call(app, 'POST', '/api/orders/bulk', body, { type: NDJSON, region });

  it('is answered line by line, in its order; a broken line stops nobody', async () => {
    const { status, body } = await bulk(
      [
        line('a', orderBody(10)),
        'not json\n',
        '\n',
        line('b', orderBody(0)),
        line('c', orderBody(20, {}, { status: 'settled' })),
        `{"key":"d"}\n`,
        line('é', orderBody(5)),
        `{"key":"e","order":{"__proto__":{"x":1}}}\n`,
        line('f', orderBody(30)).trimEnd(),
      ].join(''),
    );
    expect(status).toBe(200);
    expect(body.map((answer: any) => [answer.line, answer.status, answer.code])).toEqual([
      [1, 'placed', undefined],
      [2, 'refused', 'MALFORMED_JSON'],
      [4, 'refused', 'INVALID'],
      [5, 'refused', 'INVALID'],
      [6, 'refused', 'INVALID'],
      [7, 'refused', 'INVALID'],
      [8, 'refused', 'INVALID'],
      [9, 'placed', undefined],
    ]);
    expect(body[2].errors[0].pointer).toBe('/lines/0/quantity');
    expect(body[7].order.lines).toEqual([{ quantity: 30_000, promised: 30_000, unfilled: [] }]);
  });

  it('places each order once, however often and by whatever way it comes', async () => {
    const order = orderBody(7);
    const first = await bulk(line('once', order) + line('once', order) + line('once', orderBody(8)));
    const again = await bulk(line('once', order));
    const alone = await intake.call(app, 'POST', '/api/orders', order, { key: 'once' });
    expect(first.body.map((answer: any) => answer.status)).toEqual(['placed', 'placed', 'refused']);
    expect(first.body[2].code).toBe('IDEMPOTENCY_KEY_REUSED');
    const ids = [first.body[0], first.body[1], again.body[0]].map((answer: any) => answer.order.id);
    expect(new Set([...ids, alone.body.id])).toEqual(new Set([ids[0]]));
    expect(await intake.count(`orders WHERE id = '${ids[0]}'`)).toBe(1);
  });

  it('keeps the keys of two partners apart', async () => {
    const mine = await bulk(line('shared', orderBody(1)));
    const theirs = await bulk(line('shared', orderBody(2, {}, { origin: '33.02' })), '73');
    expect([mine.body[0].status, theirs.body[0].status]).toEqual(['placed', 'placed']);
    expect(mine.body[0].order.id).not.toBe(theirs.body[0].order.id);
  });

  it('answers what it has before the stream ends', async () => {
    const url = new URL(`${await app.getUrl()}/api/orders/bulk`);
    const authorization = `Bearer ${await intake.issuer.token(['partner-intake'], '13.03')}`;
    const sending = request(url, { method: 'POST', headers: { authorization, 'content-type': NDJSON } });
    const answered = new Promise<string>((resolve, reject) => {
      sending.on('error', reject);
      sending.on('response', (response) => {
        response.once('data', (chunk: Buffer) => {
          resolve(chunk.toString());
        });
      });
    });
    sending.write(line('early', orderBody(1)));
    expect(JSON.parse(await answered)).toMatchObject({ line: 1, status: 'placed' });
    sending.destroy();
  });

  it('stops reading when its sender goes away', async () => {
    const url = new URL(`${await app.getUrl()}/api/orders/bulk`);
    const authorization = `Bearer ${await intake.issuer.token(['partner-intake'], '13.03')}`;
    const sending = request(url, { method: 'POST', headers: { authorization, 'content-type': NDJSON } });
    sending.on('error', () => undefined);
    sending.write(line('gone-1', orderBody(1)));
    await intake.until(async () => (await intake.count(`idempotency WHERE key = 'gone-1'`)) === 1);
    sending.destroy();
    const { body } = await bulk(line('after', orderBody(1)));
    expect(body[0].status).toBe('placed');
  });

  it('refuses another content type and another role', async () => {
    const json = await intake.call(app, 'POST', '/api/orders/bulk', orderBody(1));
    const officer = await intake.call(app, 'POST', '/api/orders/bulk', line('x', orderBody(1)), {
      type: NDJSON,
      role: 'registry-officer',
    });
    expect([json.status, officer.status]).toEqual([415, 403]);
  });

  it('is decided many orders a transaction, whatever the length of the stream', async () => {
    const keys = Array.from({ length: 2_000 }, (_, n) => `many-${String(n)}`);
    const { body } = await bulk(keys.map((key) => line(key, orderBody(1))).join(''));
    // On a busy machine the owner may answer some of them later than anybody waits.
    const taken = body.filter((answer: any) => ['placed', 'pending'].includes(answer.status));
    expect(taken).toHaveLength(keys.length);
    const open = `idempotency WHERE key LIKE 'many-%' AND outcome IS NULL`;
    await intake.until(async () => (await intake.count(open)) === 0);
    const [row] = await intake.dataSource.query<{ n: number }[]>(
      `SELECT count(DISTINCT xmin::text)::int AS n FROM idempotency WHERE key LIKE 'many-%'`,
    );
    expect(row!.n).toBeLessThanOrEqual(keys.length / 40);
  });

  it('costs at most 0.05 statements an order, and 2 where each of 32 senders waits for its answer', async () => {
    // A multiple of the batch, so that no half-empty one weighs in.
    const streamed = 20 * 256;
    const stream = await statements(app, async () => {
      const lines = Array.from({ length: streamed }, (_, n) => line(`cost-${String(n)}`, orderBody(1)));
      expect((await bulk(lines.join(''))).body).toHaveLength(streamed);
    });
    expect(stream / streamed).toBeLessThanOrEqual(0.05);
    const alone = 640;
    const singles = await statements(app, () =>
      Promise.all(
        Array.from({ length: 32 }, async (_, sender) => {
          for (let n = 0; n < alone / 32; n += 1) {
            const key = `alone-${String(sender)}-${String(n)}`;
            const { status } = await intake.call(app, 'POST', '/api/orders', orderBody(1), { key });
            expect(status).toBe(201);
          }
        }),
      ),
    );
    expect(singles / alone).toBeLessThanOrEqual(2);
  });
});
