import { describe, expect, it } from 'vitest';
import { Bench, KG } from '../../test/market-bench.js';

describe("a market's own time", () => {
  it('does not run back: what was promised too late to wait is bound now, not this morning', () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 700, []);
    // Five days at sea: it would have to leave today, and today began nine hours ago.
    const { id } = bench.order('13.03', 500, { needBy: '2019-03-09' });
    expect(bench.market.state.timers.get('bind-by', id)).toEqual(bench.at);
  });

  it('refuses to decide before an instant that it has decided at', () => {
    const bench = new Bench().agreement('13.03', 9_000);
    bench.at = new Date(bench.at.getTime() - 1);
    expect(() => bench.lot('A', 700, [])).toThrow('before its own time');
    expect(bench.market.instantFor(bench.at)).toEqual(new Date(bench.at.getTime() + 1));
  });

  it('spends no quota of a day that is over, though goods are stated that had spoiled by then', () => {
    const bench = new Bench().agreement('13.03', 700).lot('A', 2_000, []);
    const { id } = bench.order('13.03', 1_000);
    bench.lot('B', 100, [], '2019-03-01');
    const due = bench.market.state.timers.get('lot-expires', 'B')!;
    expect(due).toEqual(bench.at);
    bench.time('lot-expires', 'B', due.toISOString());
    expect(bench.line(id).takes.map(({ day, period, quantity }) => [day, period, quantity / KG])).toEqual([
      ['2019-03-04', '2019-03-04', 700],
    ]);
    expect(bench.market.state.lots.get('B')!.expired).toBe(100 * KG);
  });

  it('decides a paper that is older than the market by what is in force today', () => {
    const bench = new Bench().lot('A', 700, []);
    bench.at = new Date('2019-03-10T02:00:00Z');
    bench.agreement('13.03', 700);
    const { takes } = bench.order('13.03', 700);
    expect(takes.map(({ day, period }) => [day, period])).toEqual([['2019-03-10', '2019-03-10']]);
  });
});
