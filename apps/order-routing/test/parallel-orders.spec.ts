import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { agreementInputs, lotInput, orderBody, RoutingFixture } from './routing-app.js';

const KG = 1_000;

describe('orders in parallel', () => {
  let routing: RoutingFixture;
  let first: NestFastifyApplication;

  beforeEach(async () => {
    routing = await RoutingFixture.open();
    first = await routing.replica();
  });

  afterEach(() => routing.close());

  const promisedInTables = async (): Promise<{ promised: number; consumed: number; orders: number }> => {
    const [row] = await routing.dataSource.query<{ promised: number; consumed: number; orders: number }[]>(
      `SELECT (SELECT coalesce(sum(promised), 0)::int FROM order_line) AS promised,
              (SELECT coalesce(sum(consumed), 0)::int FROM quota_cell) AS consumed,
              (SELECT count(*)::int FROM orders) AS orders`,
    );
    return row!;
  };

  it('sell exactly what is there: 200 at once for the last lot, two replicas, the lease moved midway', async () => {
    await routing.feed(first, [...agreementInputs('13.03', 9_000), lotInput('A', 37)]);
    const second = await routing.replica();
    const calls = Array.from({ length: 200 }, (_, index) =>
      routing.post(index % 2 === 0 ? first : second, '/api/orders', orderBody(1), { key: `order-${String(index)}` }),
    );
    await Promise.race(calls);
    await routing.moveLease();
    const answers = await Promise.all(calls);
    expect(new Set(answers.map(({ status }) => status)).size).toBeGreaterThan(0);
    // A 202 is asked again under its key until it is decided, and a 503, of a machine that is busy, until it is answered.
    const decided = [];
    for (const [index, answer] of answers.entries()) {
      let final = answer;
      while (final.status === 202 || final.status === 503) {
        final = await routing.post(first, '/api/orders', orderBody(1), { key: `order-${String(index)}` });
      }
      decided.push(final);
    }
    expect(decided.map(({ status }) => status)).toEqual(Array(200).fill(201));
    const promised = decided.reduce((total, { body }) => total + body.lines[0]!.promised, 0);
    expect(promised).toBe(37 * KG);
    expect(await promisedInTables()).toEqual({ promised: 37 * KG, consumed: 37 * KG, orders: 200 });
  });

  it('never exceed a quota: 100 orders against a quota for 37', async () => {
    await routing.feed(first, [...agreementInputs('13.03', 37), lotInput('A', 500)]);
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => routing.post(first, '/api/orders', orderBody(1))),
    );
    const promised = answers.reduce((total, { body }) => total + body.lines[0]!.promised, 0);
    expect(promised).toBe(37 * KG);
    const unfilled = answers.flatMap(({ body }) => body.lines[0]!.unfilled);
    expect(unfilled).toHaveLength(63);
    expect(new Set(unfilled.map(({ code }) => code))).toEqual(new Set(['QUOTA_EXHAUSTED']));
  });

  it('make one order of one idempotency key, 20 times in parallel', async () => {
    await routing.feed(first, [...agreementInputs('13.03', 37), lotInput('A', 500)]);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => routing.post(first, '/api/orders', orderBody(5), { key: 'same' })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect((await promisedInTables()).orders).toBe(1);
  });

  it('refuse a key that comes with another request, and keep partners apart', async () => {
    await routing.feed(first, [...agreementInputs('13.03', 37), ...agreementInputs('73', 37), lotInput('A', 500)]);
    const one = await routing.post(first, '/api/orders', orderBody(5), { key: 'same' });
    const other = await routing.post<{ code: string }>(first, '/api/orders', orderBody(6), { key: 'same' });
    const neighbour = await routing.post(first, '/api/orders', orderBody(6), { key: 'same', region: '73' });
    expect([one.status, other.status, other.body.code, neighbour.status]).toEqual([
      201,
      422,
      'IDEMPOTENCY_KEY_REUSED',
      201,
    ]);
    expect((await promisedInTables()).orders).toBe(2);
  });

  it('are decided by the other replica when the owner is gone', async () => {
    await routing.feed(first, [...agreementInputs('13.03', 37), lotInput('A', 500)]);
    const second = await routing.replica();
    const forwarded = await routing.post(second, '/api/orders', orderBody(5));
    expect([forwarded.status, forwarded.body.lines[0]!.promised]).toEqual([201, 5 * KG]);
    await routing.moveLease();
    const taken = await routing.post(second, '/api/orders', orderBody(7));
    expect([taken.status, taken.body.lines[0]!.promised]).toEqual([201, 7 * KG]);
  });
});
