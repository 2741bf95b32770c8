import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ChangeSet } from '../src/domain/ledger/change-set.js';
import type { Input } from '../src/domain/decisions/index.js';
import { Market } from '../src/domain/market.js';
import type { MarketState } from '../src/domain/ledger/market-state.js';
import { loadMarket } from '../src/persistence/load-market.js';
import { isDecidedByThese, startOfFold } from '../src/persistence/market-snapshots.js';
import { agreementInputs, lotInput, orderBody, RoutingFixture } from './routing-app.js';

function versionless(name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return name === 'version' ? 0 : value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Everything but the versions of what was published. */
function plain(state: MarketState): unknown {
  const rows = (value: unknown): unknown => {
    const isMap = typeof value === 'object' && value !== null && Symbol.iterator in value;
    return isMap ? [...(value as Iterable<unknown>)].map((row) => JSON.stringify(row, versionless)).sort() : value;
  };
  return Object.fromEntries(Object.entries(state).map(([part, value]) => [part, rows(value)]));
}

describe('a market that another release decided', () => {
  let routing: RoutingFixture;
  let first: NestFastifyApplication;

  beforeAll(async () => {
    routing = await RoutingFixture.open();
    first = await routing.replica();
    await routing.feed(first, [...agreementInputs('13.03', 900), ...agreementInputs('73', 300), lotInput('A', 800)]);
    await routing.post(first, '/api/orders', orderBody(500));
    await routing.post(first, '/api/orders', orderBody(500), { region: '73' });
    await routing.post(first, '/api/orders/runs', {}, { role: 'registry-officer', region: '33.02' });
  });

  afterAll(() => routing.close());

  const putDown = (): Promise<{ journal: number; ours: boolean }[]> =>
    routing.dataSource.query(
      `SELECT snapshot.journal::int, snapshot.journal = market.rules_journal AND market.rules = snapshot.rules AS ours
       FROM market_snapshot AS snapshot JOIN market ON market.id = snapshot.market`,
    );

  it('is not put down while these rules alone have decided it', async () => {
    expect(await isDecidedByThese(routing.dataSource, '33.02')).toBe(true);
    expect(await putDown()).toEqual([]);
  });

  it.each([
    ['before there were numbers of rules', 'rules = NULL, rules_journal = NULL'],
    ['by other rules', 'rules = 1'],
    ['in between', 'rules_journal = journal - 1'],
  ])('is put down by whoever takes it over: %s', async (_, decided) => {
    await first.close();
    await routing.dataSource.query(`UPDATE market SET ${decided}`);
    const before = plain(await loadMarket(routing.dataSource, '33.02'));
    expect(await isDecidedByThese(routing.dataSource, '33.02')).toBe(false);
    first = await routing.replica();
    await routing.moveLease();
    await routing.until(() => isDecidedByThese(routing.dataSource, '33.02'));
    expect(await putDown()).toEqual([{ journal: expect.any(Number), ours: true }]);
    expect(plain(await startOfFold(routing.dataSource, '33.02'))).toEqual(before);
  });

  it('is folded from there, and gives what the tables say', async () => {
    const { status } = await routing.post(first, '/api/orders', orderBody(70));
    expect(status).toBe(201);
    const folded = new Market(await startOfFold(routing.dataSource, '33.02'));
    const journal = await routing.dataSource.query<{ kind: string; payload: unknown; at: Date }[]>(
      'SELECT kind, payload, at FROM input WHERE number > $1 ORDER BY number',
      [folded.state.journal],
    );
    for (const { kind, payload, at } of journal) folded.apply({ kind, payload } as Input, at, new ChangeSet());
    const { journal: number, lines } = folded.state;
    expect([journal.length, number]).toEqual([1, (await loadMarket(routing.dataSource, '33.02')).journal]);
    expect(plain(folded.state)).toEqual(plain(await loadMarket(routing.dataSource, '33.02')));
    expect([...lines.values()].map(({ promised }) => promised).sort((a, b) => a - b)).toEqual([0, 300_000, 500_000]);
  });
});
