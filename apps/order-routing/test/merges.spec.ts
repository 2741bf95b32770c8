import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { SettlementLine } from '../src/fulfilment/find-earnings.js';
import type { PayoutsView } from '../src/fulfilment/find-payouts.js';
import { ChangeSet } from '../src/domain/ledger/change-set.js';
import type { Input } from '../src/domain/decisions/index.js';
import { MarketState } from '../src/domain/ledger/market-state.js';
import { Market } from '../src/domain/market.js';
import { loadMarket } from '../src/persistence/load-market.js';
import { agreementInputs, lotInput, orderBody, RoutingFixture } from './routing-app.js';

const KG = 1_000;
/** Two registrations of one household. */
const X = '0190f3a0-0000-7000-8000-00000000000a';
const Y = '0190f3a0-0000-7000-8000-00000000000b';
const LEGS = [{ from: 'Purwokerto', to: 'Padang', mode: 'sea', eta: '2027-01-02' }];
const OFFICER = { role: 'registry-officer', region: '33.02' } as const;

/** A lot that X and Y gave to in equal parts. */
function shared(id: string, kg: number): ReturnType<typeof lotInput> {
  const contributions = [X, Y].map((producerId) => ({ producerId, quantity: (kg * KG) / 2 }));
  const hash = createHash('sha256');
  for (const { producerId, quantity } of contributions) hash.update(`${producerId} ${String(quantity)}\n`);
  const { kind, payload } = lotInput(id, kg);
  const parts = { contributions, contributionsCount: 2, contributionsHash: hash.digest('hex') };
  return { kind, payload: { ...payload, ...parts } } as never;
}

describe('two registrations of one household, X and Y', () => {
  let routing: RoutingFixture;
  let app: NestFastifyApplication;
  let orderId: string;

  const dues = async (): Promise<PayoutsView['producers']> =>
    (await routing.get<PayoutsView>(app, `/api/orders/${orderId}/payouts`, '33.02', 'registry-officer')).body.producers;
  const payOut = (reference: string, producers?: string[]) =>
    routing.post<{ id: string; amount: number; status: string }>(
      app,
      `/api/orders/${orderId}/payouts`,
      { reference, ...(producers ? { producers } : {}) },
      OFFICER,
    );
  const rows = <Row>(sql: string): Promise<Row[]> => routing.dataSource.query<Row[]>(sql);
  const merge = (mergeId: string, duplicateId: string, keepId: string): Promise<void> =>
    routing.feed(app, [{ kind: 'producers-merged', payload: { mergeId, duplicateId, keepId } }]);

  beforeAll(async () => {
    routing = await RoutingFixture.open();
    app = await routing.replica();
    // 400 kg are delivered and paid for; half of it is with X already. 1,000 kg more lie in store, 200 of them promised.
    await routing.feed(app, [...agreementInputs('13.03', 9_000), shared('GONE', 400)]);
    orderId = (await routing.post(app, '/api/orders', orderBody(400))).body.id;
    await routing.post(app, '/api/orders/runs', {}, OFFICER);
    const sent = await routing.post<{ id: string }>(app, `/api/orders/${orderId}/shipments`, { legs: LEGS }, OFFICER);
    const allocation = (await routing.get(app, `/api/orders/${orderId}`)).body.lines[0]!.allocations[0]!.id;
    const items = [{ allocation, unit: 'g', accepted: 400 * KG, damaged: 0 }];
    await routing.post(app, `/api/orders/shipments/${sent.body.id}/receipt`, { items });
    await routing.post(app, `/api/orders/${orderId}/payments`, { amount: 6_600_000, reference: 'TRF 1' }, OFFICER);
    await payOut('L-1', [X]);
    await routing.feed(app, [shared('HERE', 1_000)]);
    await routing.post(app, '/api/orders', orderBody(200));
    await routing.post(app, '/api/orders/runs', {}, OFFICER);
  });

  afterAll(() => routing.close());

  it('are paid once, to one: what X has had is taken off what both have earned', async () => {
    expect(await dues()).toEqual([
      { producer: X, earned: 3_300_000, prepared: 0, paidOut: 3_300_000, due: 0 },
      { producer: Y, earned: 3_300_000, prepared: 0, paidOut: 0, due: 3_300_000 },
    ]);
    await merge('M1', X, Y);
    expect(await dues()).toEqual([{ producer: Y, earned: 6_600_000, prepared: 0, paidOut: 3_300_000, due: 3_300_000 }]);
    expect((await payOut('L-2')).body).toMatchObject({ amount: 3_300_000, status: 'paid' });
    expect(await dues()).toMatchObject([{ producer: Y, paidOut: 6_600_000, due: 0 }]);
    const settled = await routing.get<{ items: SettlementLine[] }>(
      app,
      '/api/orders/settlements',
      '33.02',
      'registry-officer',
    );
    expect(new Set(settled.body.items.map(({ producer }) => producer))).toEqual(new Set([Y]));
  });

  it('leave a list that went to the bank as it was', async () => {
    expect(await rows('SELECT producer_id, amount, named FROM payout_line ORDER BY payout_id')).toEqual([
      { producer_id: Y, amount: 3_300_000, named: { [X]: 3_300_000 } },
      { producer_id: Y, amount: 3_300_000, named: null },
    ]);
  });

  it('have given once to each lot, whether it has left or not, and its hash says so', async () => {
    const parts = await rows('SELECT lot_id, producer_id, declared FROM lot_contribution ORDER BY lot_id');
    expect(parts).toEqual([
      { lot_id: 'GONE', producer_id: Y, declared: 400 * KG },
      { lot_id: 'HERE', producer_id: Y, declared: 1_000 * KG },
    ]);
    const hashOf = (quantity: number) =>
      createHash('sha256')
        .update(`${Y} ${String(quantity)}\n`)
        .digest('hex');
    expect(await rows('SELECT id, contributions_count, contributions_hash FROM lot ORDER BY id')).toEqual([
      { id: 'GONE', contributions_count: 1, contributions_hash: hashOf(400 * KG) },
      { id: 'HERE', contributions_count: 1, contributions_hash: hashOf(1_000 * KG) },
    ]);
    expect(await rows('SELECT producer_id FROM allocation_share GROUP BY 1')).toEqual([{ producer_id: Y }]);
    expect(await rows(`SELECT producer_id FROM turn WHERE producer_id = '${X}'`)).toEqual([]);
  });

  it('lie in the tables as the journal folds them', async () => {
    const journal = await rows<{ kind: string; payload: unknown; at: Date }>(
      'SELECT kind, payload, at FROM input WHERE number IS NOT NULL ORDER BY number',
    );
    const folded = new Market(new MarketState('33.02'));
    for (const { kind, payload, at } of journal) folded.apply({ kind, payload } as Input, at, new ChangeSet());
    const loaded = await loadMarket(routing.dataSource, '33.02');
    const here = ({ version: _, ...lot }: object & { version?: number }) => JSON.parse(JSON.stringify(lot)) as object;
    expect(here(loaded.lots.get('HERE')!)).toEqual(here(folded.state.lots.get('HERE')!));
    expect([...loaded.allocations.values()].map(({ shares }) => shares)).toEqual(
      [...folded.state.allocations.values()].map(({ shares }) => shares),
    );
    expect([...loaded.merged]).toEqual([...folded.state.merged]);
    expect([...loaded.fairnessBalances].sort()).toEqual([...folded.state.fairnessBalances].sort());
  });

  it('answer each merge once, and one that cannot be with its reason', async () => {
    await merge('M1', X, Y);
    await merge('M2', X, 'Z');
    const told = await rows<{ subject: string; outcome: string; reason: string | null }>(
      `SELECT headers->>'ce_subject' AS subject, body->>'outcome' AS outcome, body->>'reason' AS reason FROM outbox
       WHERE headers->>'ce_type' = 'serap.allocation.merge-decided.v1' ORDER BY id`,
    );
    expect(told.at(-1)).toEqual({ subject: 'merge:M2', outcome: 'refused', reason: 'MERGED_ALREADY' });
    expect(await rows('SELECT duplicate_id, keep_id, merge_id FROM merged_producer')).toEqual([
      { duplicate_id: X, keep_id: Y, merge_id: 'M1' },
    ]);
  });

  it('are one for a payout that was prepared for both, above the limit', async () => {
    await routing.feed(app, [shared('MUCH', 8_000)]);
    const { body: order } = await routing.post(app, '/api/orders', orderBody(8_000));
    expect(order.id).not.toBe(orderId);
    // Declared by the names of before: it is the one household's from the start.
    expect(await rows("SELECT producer_id, position FROM lot_contribution WHERE lot_id = 'MUCH'")).toEqual([
      { producer_id: Y, position: 0 },
    ]);
    orderId = order.id;
    await routing.post(app, '/api/orders/runs', {}, OFFICER);
    await routing.dataSource.query(
      `INSERT INTO payout (id, market, order_id, reference, amount, status, prepared_by, prepared_at)
       VALUES ('P', '33.02', $1, 'L-3', 90, 'prepared', 'one', now())`,
      [orderId],
    );
    await routing.dataSource.query(`INSERT INTO payout_line VALUES ('P', '${Y}', 60), ('P', 'Q', 30)`);
    await merge('M3', 'Q', Y);
    expect(await rows("SELECT producer_id, amount, named FROM payout_line WHERE payout_id = 'P'")).toEqual([
      { producer_id: Y, amount: 90, named: { [Y]: 60, Q: 30 } },
    ]);
  });
});
