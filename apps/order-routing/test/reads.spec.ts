import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Caller } from '#platform/access/allow.js';
import { rowsRead } from '#platform/testing/rows-read.js';
import { FindOrders } from '../src/orders/find-orders.js';
import { RoutingFixture } from './routing-app.js';

/** Every tenth is open still; they were placed a minute after each other. */
const ORDERS = `
INSERT INTO orders (id, market, partner, placed_by, buyer, placed_at, status, owed, paid, version)
SELECT lpad(n::text, 6, '0'), '33.02', '82.71', 'somebody', '{"name":"A buyer"}', '2019-03-04T00:00Z'::timestamptz + n * interval '1 minute',
  CASE WHEN n % 10 = 0 THEN 'promised' ELSE 'settled' END, 0, 0, 1 FROM generate_series(1, 5000) AS n`;

let routing: RoutingFixture;
beforeAll(async () => {
  routing = await RoutingFixture.open();
  const runner = routing.dataSource.createQueryRunner();
  // Of a market that is not there.
  await runner.query("SET session_replication_role = 'replica'");
  await runner.query(ORDERS);
  await runner.query('VACUUM ANALYZE orders');
  await runner.query('RESET session_replication_role');
  await runner.release();
});
afterAll(() => routing.close());

it.each([
  ['the first page', {}, '005000'],
  ['a later page', { cursor: '001001' }, '001000'],
  ['the first page, open ones first', { order: 'open-first' }, '005000'],
  ['a later page, open ones first', { order: 'open-first', cursor: '001010' }, '001000'],
  ['a page after the open ones', { order: 'open-first', cursor: '000010' }, '004999'],
] as const)('%s of orders reads what it shows, and not all orders', async (_name, query, first) => {
  const caller = { scope: 'any', region: '33.02', roles: ['platform'] } as unknown as Caller;
  const rows = await rowsRead(routing.dataSource, async () => {
    const { items } = await new FindOrders(routing.dataSource).page(caller, { limit: 50, ...query });
    expect(items[0]?.id).toBe(first);
    expect(items).toHaveLength(50);
  });
  expect(rows).toBeLessThanOrEqual(110);
});
