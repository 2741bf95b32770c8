import { describe, expect, it } from 'vitest';
import { UNCAPPED } from '#kernel/quota-kind.js';
import { Bench, KG } from '../../test/market-bench.js';
import type { Line } from './ledger/line.js';

const reasons = (line: Line): unknown[] => line.unfilled.map(({ code, quantity }) => [code, quantity]);
const cells = (bench: Bench) =>
  [...bench.market.state.cells.values()].map(({ consumed, capacity }) => [consumed, capacity]);

describe('the kind of quota of a row', () => {
  it.each([
    ['cap', 100 * KG, 100 * KG, [['QUOTA_EXHAUSTED', 500 * KG]]],
    [null, 100 * KG, 100 * KG, [['QUOTA_EXHAUSTED', 500 * KG]]],
    ['target', 600 * KG, UNCAPPED, []],
  ] as const)('of 100 kg as %s lets %d g of an order of 600 kg through', (quotaKind, promised, capacity, unfilled) => {
    const bench = new Bench().agreement('13.03', 100, { row: { quotaKind } }).lot('A', 1_000, []);
    const line = bench.order('13.03', 600);
    bench.run();
    expect([line.promised, line.allocated, reasons(line)]).toEqual([promised, promised, unfilled]);
    expect(cells(bench)).toEqual([[promised, capacity]]);
  });

  it('without a limit sells all that there is, and lacks goods, not quota', () => {
    const bench = new Bench()
      .agreement('13.03', 0, { row: { quotaKind: 'unlimited', quota: UNCAPPED } })
      .agreement('73', 50, { row: { quotaKind: 'unlimited' } })
      .lot('A', 1_000, []);
    const first = bench.order('13.03', 700);
    const second = bench.order('73', 700);
    bench.run();
    expect([first.promised, second.promised]).toEqual([700 * KG, 300 * KG]);
    expect(reasons(second)).toEqual([['NO_SURPLUS', 400 * KG]]);
  });

  it('may change by an addendum: what was sold under a target stays sold under a cap, and no more goes', () => {
    const bench = new Bench().agreement('13.03', 100, { row: { quotaKind: 'target' } }).lot('A', 1_000, []);
    const line = bench.order('13.03', 600);
    bench.agreement('13.03', 100, { row: { edition: 2, quotaKind: 'cap' } });
    const later = bench.order('13.03', 100);
    expect([line.promised, later.promised, cells(bench)]).toEqual([600 * KG, 0, [[600 * KG, 600 * KG]]]);
    bench.agreement('13.03', 100, { row: { edition: 3, quotaKind: 'target' } });
    expect([later.promised, cells(bench)]).toEqual([100 * KG, [[700 * KG, UNCAPPED]]]);
  });
});
