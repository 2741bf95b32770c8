import { describe, expect, it } from 'vitest';
import { Bench, KG } from '../../test/market-bench.js';
import type { Line } from './ledger/line.js';

const reasons = (line: Line): [string, number][] => line.unfilled.map(({ code, quantity }) => [code, quantity]);

describe('a market', () => {
  it('never routes under a joint agreement', () => {
    const bench = new Bench().agreement('13.03', 3_000, { stage: 'joint-agreement-signed' }).lot('A', 1_000, []);
    expect(reasons(bench.order('13.03', 500))).toEqual([['AGREEMENT_NOT_IN_FORCE', 500 * KG]]);
  });

  it('promises the backlog as soon as the agreement comes into force', () => {
    const bench = new Bench().agreement('13.03', 3_000, { stage: 'joint-agreement-signed' }).lot('A', 1_000, []);
    const line = bench.order('13.03', 500);
    bench.stage('13.03', 'pks-signed');
    expect(line.promised).toBe(500 * KG);
    expect(line.unfilled).toEqual([]);
  });

  it('re-arranges earlier promises for a pickier order, and lowers none', () => {
    const bench = new Bench()
      .agreement('13.03', 9_000)
      .agreement('73', 9_000)
      .lot('A', 6_000, ['HALAL'])
      .lot('B', 6_000, []);
    const easy = bench.order('13.03', 6_000);
    const picky = bench.order('73', 6_000, { certificates: ['HALAL'] });
    expect([easy.promised, picky.promised]).toEqual([6_000 * KG, 6_000 * KG]);
  });

  it('spends a daily quota once a day, ten quotas in ten days', () => {
    const bench = new Bench().agreement('13.03', 100).lot('A', 5_000, []);
    const line = bench.order('13.03', 2_000);
    expect(line.promised).toBe(100 * KG);
    for (let day = 4; day < 14; day += 1) {
      bench.time('day-begins', '33.02', `2019-03-${String(day).padStart(2, '0')}T17:00:00Z`);
    }
    expect(line.promised).toBe(1_100 * KG);
    expect([...bench.market.state.cells.values()].map((cell) => cell.consumed)).toEqual(Array(11).fill(100 * KG));
  });

  it('takes from the latest promise when stock disappears, and says why', () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 600, [], '2019-03-20').lot('B', 600, []);
    const first = bench.order('13.03', 600, { needBy: '2019-03-15', minLifeDays: 0 });
    const second = bench.order('13.03', 600, { needBy: '2019-03-15', minLifeDays: 0 });
    bench.time('lot-expires', 'A', '2019-03-04T03:00:00Z');
    expect([first.promised, second.promised]).toEqual([600 * KG, 0]);
    expect(second.unfilled.reduce((sum, reason) => sum + reason.quantity, 0)).toBe(600 * KG);
    const [cell] = bench.market.state.cells.values();
    expect(cell?.consumed).toBe(600 * KG);
  });

  it('releases what an agreement that ends has not dispatched, bound or not', () => {
    const bench = new Bench().agreement('13.03', 9_000, { to: '2019-03-10T17:00:00Z' }).lot('A', 1_000, []);
    const line = bench.order('13.03', 700);
    bench.run();
    expect(line.allocated).toBe(700 * KG);
    bench.time('agreement-ends', 'A-13.03', '2019-03-10T17:00:00Z');
    expect([line.promised, line.allocated]).toEqual([0, 0]);
    expect(reasons(line)).toEqual([['AGREEMENT_NOT_IN_FORCE', 700 * KG]]);
    expect(bench.market.state.lots.get('A')?.free).toBe(1_000 * KG);
  });

  it('keeps and binds what was promised under a row that an addendum removed, and promises nothing new under it', () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 1_000, []);
    const line = bench.order('13.03', 700);
    const term = bench.market.state.terms.get('T-13.03')!;
    bench.apply({ kind: 'agreement-terms-changed', payload: { ...term, edition: 2, removed: true } });
    bench.run();
    expect(bench.changes.runs[0]?.faults).toEqual([]);
    expect([line.promised, line.allocated]).toEqual([700 * KG, 700 * KG]);
    expect(reasons(bench.order('13.03', 100))).toEqual([['REGION_NOT_COVERED', 100 * KG]]);
  });

  it('keeps promises while an agreement is suspended, and binds none of them', () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 1_000, []);
    const line = bench.order('13.03', 700);
    bench.stage('13.03', 'suspended');
    bench.run();
    expect([line.promised, line.allocated]).toEqual([700 * KG, 0]);
    expect(reasons(bench.order('13.03', 100))).toEqual([['AGREEMENT_SUSPENDED', 100 * KG]]);
  });

  it('gives the quota of a cancelled order back to the cell it came from', () => {
    const bench = new Bench().agreement('13.03', 500).lot('A', 1_000, []);
    const first = bench.order('13.03', 500);
    const waiting = bench.order('13.03', 300);
    expect(waiting.promised).toBe(0);
    bench.apply({ kind: 'order-cancelled', payload: { orderId: first.orderId } });
    expect([first.promised, waiting.promised]).toEqual([0, 300 * KG]);
    expect(bench.market.state.orders.get(first.orderId)?.status).toBe('cancelled');
  });

  it('binds every promise, shares a pool among its contributors, and explains the rest', () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 1_000, []);
    const line = bench.order('13.03', 700);
    bench.run();
    const [allocation] = bench.changes.allocations.values();
    expect(allocation?.shares).toEqual([
      { producerId: 'A-1', quantity: 350 * KG },
      { producerId: 'A-2', quantity: 350 * KG },
    ]);
    expect(line.allocated).toBe(700 * KG);
    const [run] = bench.changes.runs;
    expect(run?.outcome).toBe('published');
    expect(
      run?.lots.map(({ surplus, allocated, unsold }) => [surplus, allocated, unsold.map(({ code }) => code)]),
    ).toEqual([[1_000 * KG, 700 * KG, ['NO_DEMAND']]]);
  });

  it('serves a producer that was passed over first the next time', () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 1_000, ['HALAL']).lot('B', 1_000, []);
    bench.order('13.03', 600, { certificates: ['HALAL'] });
    bench.run();
    const sold = (producer: string): number =>
      [...bench.changes.allocations.values()]
        .flatMap(({ shares }) => shares)
        .filter(({ producerId }) => producerId === producer)
        .reduce((sum, { quantity }) => sum + quantity, 0);
    expect([sold('A-1'), sold('B-1')]).toEqual([300 * KG, 0]);
    bench.order('13.03', 600);
    bench.run();
    // Each of the four is owed 300 kg of the 1,200: B's two come first, and the sums end up even.
    expect([sold('A-1'), sold('B-1')]).toEqual([0, 300 * KG]);
    expect([...bench.market.state.fairnessBalances.values()].every((behind) => behind === 0)).toBe(true);
  });

  it("binds at the office's cut-off, every day anew", () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 1_000, []);
    const line = bench.order('13.03', 700);
    expect(bench.market.state.timers.get('cut-off', '33.02')?.toISOString()).toBe('2019-03-04T10:00:00.000Z');
    bench.time('cut-off', '33.02', '2019-03-04T10:00:00Z');
    expect(line.allocated).toBe(700 * KG);
    expect(bench.market.state.timers.get('cut-off', '33.02')?.toISOString()).toBe('2019-03-05T10:00:00.000Z');
    bench.apply({
      kind: 'policy-changed',
      payload: { priceObjective: 'landed', priceTierPercent: 0, fairness: 'none', expiryBucketDays: 0, cutOff: null },
    });
    expect(bench.market.state.timers.get('cut-off', '33.02')).toBeUndefined();
  });

  it('closes a line at its need-by: what has its lots stays, the rest says so', () => {
    const bench = new Bench().agreement('13.03', 400).lot('A', 1_000, []);
    const line = bench.order('13.03', 700);
    bench.run();
    bench.time('need-by-passed', line.id, '2019-04-03T17:00:00Z');
    expect([line.status, line.promised, line.allocated]).toEqual(['expired', 400 * KG, 400 * KG]);
    expect(reasons(line)).toEqual([['NEED_BY_PASSED', 300 * KG]]);
  });

  it('gives the same state for the same journal', () => {
    const fold = (): string => {
      const bench = new Bench().agreement('13.03', 900).agreement('73', 700).lot('A', 600, ['HALAL']).lot('B', 900, []);
      bench.order('13.03', 800);
      bench.order('73', 500, { certificates: ['HALAL'] });
      bench.run();
      return JSON.stringify([
        ...bench.market.state.lines.values(),
        ...bench.market.state.lots.values(),
        ...bench.market.state.allocations.values(),
      ]);
    };
    expect(fold()).toBe(fold());
  });
});
