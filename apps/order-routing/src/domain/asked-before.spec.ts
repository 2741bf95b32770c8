import { describe, expect, it } from 'vitest';
import { Bench, KG } from '../../test/market-bench.js';

/** Lots of goods that are bound now, with kilograms. */
const bound = (bench: Bench): (readonly [string, number])[] =>
  [...bench.market.state.allocations.values()]
    .map(({ lotId, quantity }) => [lotId, quantity / KG] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** A asks for consent each time, B does not. */
function market(b: number, { quota = 9_000, wanted = 100 } = {}): Bench {
  const bench = new Bench().agreement('13.03', quota).lot('A', 100, [], '2021-03-03', false).lot('B', b, []);
  bench.order('13.03', wanted);
  bench.run();
  return bench;
}

function answer(bench: Bench, how: 'refused' | 'lapsed'): void {
  const { id } = [...bench.market.state.allocations.values()].find(({ lotId }) => lotId === 'A')!;
  if (how === 'refused') bench.apply({ kind: 'allocation-refused', payload: { allocationId: id } });
  else bench.time('confirm-by', id, bench.market.state.timers.get('confirm-by', id)!.toISOString());
}

describe.each(['refused', 'lapsed'] as const)('a seller who has %s', (how) => {
  it('is not asked again for that line while others can serve it', () => {
    const bench = market(100);
    expect(bound(bench)).toEqual([
      ['A', 50],
      ['B', 50],
    ]);
    answer(bench, how);
    bench.run();
    expect(bound(bench).filter(([lot]) => lot === 'A')).toEqual([]);
    expect(bound(bench).reduce((sum, [, kg]) => sum + kg, 0)).toBe(100);
  });

  it('is asked again for what nobody else can serve', () => {
    const bench = market(60);
    answer(bench, how);
    bench.apply({ kind: 'hold-released', payload: { lotId: 'A' } });
    bench.run();
    expect(bound(bench).reduce((sum, [, kg]) => sum + kg, 0)).toBe(100);
  });

  it('is asked for other lines as before', () => {
    const bench = market(100);
    answer(bench, how);
    bench.run();
    const other = bench.order('13.03', 50);
    bench.run();
    const asked = [...bench.market.state.allocations.values()].filter(({ lineId }) => lineId === other.id);
    expect(asked.map(({ lotId, quantity }) => [lotId, quantity / KG])).toEqual([['A', 50]]);
  });
});

it('asks who refused for no more than others lack', () => {
  const bench = new Bench().agreement('13.03', 9_000).lot('A', 100, [], '2021-03-03', false);
  const lines = [bench.order('13.03', 50), bench.order('13.03', 50)];
  bench.run();
  for (const { id } of [...bench.market.state.allocations.values()]) {
    bench.apply({ kind: 'allocation-refused', payload: { allocationId: id } });
  }
  bench.lot('B', 90, []);
  bench.apply({ kind: 'hold-released', payload: { lotId: 'A' } });
  bench.run();
  expect(lines.map(({ id }) => bench.line(id).allocated / KG)).toEqual([50, 50]);
  const asked = [...bench.market.state.allocations.values()].filter(({ lotId }) => lotId === 'A');
  expect(asked.reduce((sum, { quantity }) => sum + quantity / KG, 0)).toBe(10);
});

it('asks who refused for all of it rather than open packages of others', () => {
  const bench = new Bench().agreement('13.03', 9_000).lot('A', 100, [], '2021-03-03', false, 10);
  bench.order('13.03', 50);
  bench.run();
  answer(bench, 'refused');
  // 9 kg that hold less than the other 9 kg: neither fills a package of 10 kg.
  bench.lot('B', 18, ['HALAL'], '2021-03-03', true, 10);
  const parts = [{ producerId: 'B-1', certificates: [] }];
  const cause = 'CERTIFICATE_REVOKED' as const;
  bench.apply({
    kind: 'lot-adjusted',
    payload: { requestId: 'Q', lotId: 'B', cause, quantity: 0, certificates: [], parts },
  });
  bench.run();
  expect(bound(bench)).toEqual([['A', 50]]);
});

it('a run says that goods are left because their seller refused the only line that wants them', () => {
  const bench = market(100, { quota: 100, wanted: 150 });
  answer(bench, 'refused');
  bench.run();
  const [run] = bench.changes.runs;
  const left = run!.lots.find(({ lotId }) => lotId === 'A')!;
  expect(left.unsold.map(({ code, quantity }) => [code, quantity / KG])).toEqual([['PRODUCER_REFUSED', 50]]);
});
