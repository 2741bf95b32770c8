import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ChangeSet } from '../src/domain/ledger/change-set.js';
import type { Input } from '../src/domain/decisions/index.js';
import { Market } from '../src/domain/market.js';
import { MarketState } from '../src/domain/ledger/market-state.js';
import { loadMarket } from '../src/persistence/load-market.js';
import { agreementInputs, lotInput, orderBody, RoutingFixture } from './routing-app.js';

/** Everything of the state that decides; published versions are the writer's business. */
function deciding(state: MarketState): unknown {
  const plain = (map: ReadonlyMap<string, object>): unknown[] =>
    [...map.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, value]) => JSON.parse(JSON.stringify({ ...value, version: 0 })) as unknown);
  return {
    journal: state.journal,
    policy: state.policy,
    lots: plain(state.lots),
    agreements: plain(state.agreements),
    terms: plain(state.terms),
    cells: plain(state.cells),
    orders: plain(state.orders),
    lines: plain(state.lines),
    allocations: plain(state.allocations),
    dues: [...state.timers].map((due) => JSON.stringify(due)).sort(),
    turns: [...state.fairnessBalances].sort(),
  };
}

describe('a market at work', () => {
  let routing: RoutingFixture;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    routing = await RoutingFixture.open();
    app = await routing.replica();
    await routing.feed(app, [
      ...agreementInputs('13.03', 900, { paymentDays: 45, loadTolerance: 125 }),
      ...agreementInputs('73', 700, { quotaKind: 'target' }),
      ...agreementInputs('91', 100, { reserved: 10_000, releaseHour: 24, minimumPrice: 16_000, maximumPrice: 20_000 }),
      lotInput('A', 800, ['HALAL']),
      lotInput('B', 400),
    ]);
    await routing.post(app, '/api/orders', orderBody(500));
    const { body } = await routing.post(app, '/api/orders', orderBody(100), { region: '73' });
    await routing.post(app, '/api/orders', orderBody(600, { certificates: ['HALAL'] }), { region: '73' });
    await routing.post(app, '/api/orders/runs', {}, { role: 'registry-officer', region: '33.02' });
    await routing.post(app, `/api/orders/${body.id}/cancellation`, {}, { region: '73' });
    await routing.feed(app, [lotInput('C', 250)]);
    await routing.post(app, '/api/orders', orderBody(999, { minLifeDays: 30, maxLandedPrice: 90_000 }));
  });

  afterAll(() => routing.close());

  it('reads back from its tables exactly what its journal folds to', async () => {
    const journal = await routing.dataSource.query<{ kind: string; payload: unknown; at: Date }[]>(
      'SELECT kind, payload, at FROM input WHERE number IS NOT NULL ORDER BY number',
    );
    const folded = new Market(new MarketState('33.02'));
    const changes = new ChangeSet();
    for (const { kind, payload, at } of journal) folded.apply({ kind, payload } as Input, at, changes);
    folded.forgetClosed(changes);
    const loaded = await loadMarket(routing.dataSource, '33.02');
    expect(deciding(loaded)).toEqual(deciding(folded.state));
    expect(loaded.allocations.size).toBeGreaterThan(0);
  });

  it('comes to every run again, byte for byte, from the journal', async () => {
    const runs = await routing.dataSource.query<
      { id: string; journal: number; totals: unknown; proof: unknown; lots: unknown }[]
    >('SELECT id, journal, totals::text, proof::text, lots::text FROM run ORDER BY journal');
    const journal = await routing.dataSource.query<{ kind: string; payload: unknown; at: Date }[]>(
      'SELECT kind, payload, at FROM input WHERE number IS NOT NULL ORDER BY number',
    );
    const folded = new Market(new MarketState('33.02'));
    const again = journal.flatMap(({ kind, payload, at }) => {
      const changes = new ChangeSet();
      folded.apply({ kind, payload } as Input, at, changes);
      return changes.runs.map(({ id, journal: number, totals, proof, lots }) => ({
        id,
        journal: number,
        totals: JSON.stringify(totals),
        proof: JSON.stringify(proof),
        lots: JSON.stringify(lots),
      }));
    });
    expect(again).toEqual(runs);
    expect(runs.length).toBeGreaterThan(0);
  });

  it('goes on from its tables in another replica', async () => {
    const second = await routing.replica();
    await routing.moveLease();
    const { status, body } = await routing.post(second, '/api/orders', orderBody(10, { certificates: ['HALAL'] }), {
      region: '73',
    });
    expect(status).toBe(201);
    expect(body.lines[0]!.promised + body.lines[0]!.unfilled.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(
      10_000,
    );
  });

  it('keeps the proof of each run where it can be read', async () => {
    const { body } = await routing
      .get<{ items: { id: string }[] }>(app, '/api/orders/runs', '33.02')
      .then((answer) => (answer.status === 200 ? answer : Promise.reject(new Error(String(answer.status)))));
    const run = await routing.get<{ proof: { verified: boolean; gap: number }; lots: unknown[] }>(
      app,
      `/api/orders/runs/${body.items[0]!.id}`,
      '33.02',
    );
    expect(run.body.proof).toMatchObject({ verified: true, gap: 0 });
    expect(run.body.lots).toHaveLength(2);
  });
});
