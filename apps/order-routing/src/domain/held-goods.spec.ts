import { describe, expect, it } from 'vitest';
import { Bench, KG } from '../../test/market-bench.js';
import type { Line } from './ledger/line.js';

const told = ({ unfilled }: Line): (readonly [string, number])[] =>
  unfilled.map(({ code, quantity }) => [code, quantity / KG] as const);

describe('a buyer whom held goods would serve', () => {
  it.each([
    ['QUALITY', 'LOT_HELD', {}],
    ['PRODUCER_SUSPENDED', 'PRODUCER_SUSPENDED', { producerId: 'coop-A' }],
  ] as const)('is told so, and not that there is too little: %s', (cause, code, whose) => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 700, []);
    bench.apply({ kind: 'lot-held', payload: { lotId: 'A', cause, ...whose } });
    const line = bench.order('13.03', 1_000);
    expect(told(line)).toEqual([
      [code, 700],
      ['NO_SURPLUS', 300],
    ]);
    bench.apply({ kind: 'lot-released', payload: { lotId: 'A', cause, ...whose } });
    expect(told(bench.line(line.id))).toEqual([['NO_SURPLUS', 300]]);
  });

  it('is told of what was refused and not released', () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 700, [], '2021-03-03', false);
    bench.order('13.03', 700);
    bench.run();
    const [allocationId] = [...bench.changes.allocations.keys()];
    bench.apply({ kind: 'allocation-refused', payload: { allocationId: allocationId! } });
    const line = bench.order('13.03', 100);
    expect(told(line)).toEqual([['PRODUCER_REFUSED', 100]]);
  });

  it('is not told of goods that would not do', () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 700, []);
    bench.apply({ kind: 'lot-held', payload: { lotId: 'A', cause: 'QUALITY' } });
    expect(told(bench.order('13.03', 100, { certificates: ['HALAL'] }))).toEqual([['NO_SURPLUS', 100]]);
    expect(told(bench.order('13.03', 100, { maxLandedPrice: 17_000 }))).toEqual([['NO_SURPLUS', 100]]);
  });

  it('waits for new stock once what was held is gone', () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 700, []);
    bench.apply({ kind: 'lot-held', payload: { lotId: 'A', cause: 'QUALITY' } });
    const { id } = bench.order('13.03', 500);
    expect(told(bench.line(id))).toEqual([['LOT_HELD', 500]]);
    bench.apply({ kind: 'withdrawal-requested', payload: { requestId: 'W1', lotId: 'A', quantity: 700 * KG } });
    expect(told(bench.line(id))).toEqual([['NO_SURPLUS', 500]]);
  });
});

describe('a line that is needed too soon', () => {
  it('is demand with a gain, and closes only with its need-by', () => {
    const bench = new Bench().agreement('13.03', 9_000, { transitDays: 8 }).lot('A', 700, []);
    const line = bench.order('13.03', 300, { needBy: '2019-03-10' });
    expect(line.unfilled).toMatchObject([{ code: 'NEEDED_TOO_SOON', quantity: 300 * KG, gain: 300 * KG, relaxBy: 2 }]);
    bench.time('need-by-passed', line.id, '2019-03-10T17:00:00Z');
    expect(told(bench.line(line.id))).toEqual([['NEED_BY_PASSED', 300]]);
  });
});
