import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { BusinessClock } from '#kernel/business-clock.js';
import { agreementInputs, lotInput, orderBody, RoutingFixture } from './routing-app.js';

const DAY_MS = 86_400_000;
/** More than one pass takes in. */
const LOTS = 120;

function dayAfter(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
}

describe('the instants of a journal', () => {
  let routing: RoutingFixture;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    routing = await RoutingFixture.open();
    app = await routing.replica();
  });

  afterAll(() => routing.close());

  /** Inputs that were decided before the one ahead of them. */
  function fallen(): Promise<unknown[]> {
    return routing.dataSource.query(
      `SELECT number, kind, at FROM (
         SELECT number, kind, at, lag(at) OVER (ORDER BY number) AS before FROM input WHERE number IS NOT NULL
       ) AS journal WHERE at < before`,
    );
  }

  it('never fall, though a request comes while more is due than one pass takes', async () => {
    await routing.feed(app, [
      ...agreementInputs('13.03', 900),
      ...Array.from({ length: LOTS }, (_, index) => ({
        ...lotInput(`L${String(index)}`, 1),
        payload: { ...lotInput(`L${String(index)}`, 1).payload, bestBefore: dayAfter(2) },
      })),
    ]);
    const jump = 10 * DAY_MS;
    app.get(BusinessClock).adjust(jump);
    const needBy = dayAfter(40);
    const { status } = await routing.post(app, '/api/orders', orderBody(10, { needBy, minLifeDays: 0 }));
    expect(status).toBe(201);
    const counted = await routing.dataSource.query<{ placed: number; expired: number; last: number }[]>(
      `SELECT max(number) FILTER (WHERE kind = 'order-placed')::int AS placed,
         count(*) FILTER (WHERE payload->>'kind' = 'lot-expires')::int AS expired,
         max(number) FILTER (WHERE payload->>'kind' = 'lot-expires')::int AS last
       FROM input WHERE number IS NOT NULL`,
    );
    expect(counted).toEqual([{ placed: counted[0]!.placed, expired: LOTS, last: expect.any(Number) }]);
    expect(counted[0]!.last).toBeLessThan(counted[0]!.placed);
    expect(await fallen()).toEqual([]);
  });

  it('never fall, though the market goes to a replica whose clock is days behind', async () => {
    const slow = await routing.replica();
    await routing.moveLease();
    await app.close();
    const { status } = await routing.post(slow, '/api/orders', orderBody(10));
    expect(status).toBe(201);
    expect(await fallen()).toEqual([]);
  });
});
