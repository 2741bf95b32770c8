import { describe, expect, it } from 'vitest';
import { Bench, KG } from '../../test/market-bench.js';
import { toMatchingMarket } from './engine/matching-market.js';
import type { Line } from './ledger/line.js';

const NOON = '2019-03-04T05:00:00Z';
const MIDNIGHT = '2019-03-04T17:00:00Z';

const reasons = (line: Line): [string, number][] => line.unfilled.map(({ code, quantity }) => [code, quantity]);

/** 09:00 at Banyumas: 1,000 kg, of which 600 are kept for Ternate until noon; Sijunjung has the fast interface. */
function morning(): Bench {
  return new Bench()
    .agreement('82.71', 5_000, { share: { kg: 600, until: 12 } })
    .agreement('13.03', 5_000)
    .lot('A', 1_000, []);
}

describe('a reserved share', () => {
  it('is not there for the faster one before the release hour, and is after it, with no new order', () => {
    const bench = morning();
    const fast = bench.order('13.03', 1_000);
    expect(fast.promised).toBe(400 * KG);
    expect(reasons(fast)).toEqual([['PARTNER_SHARE_RESERVED', 600 * KG]]);
    expect(fast.unfilled[0]?.binding).toEqual(['T-82.71']);
    bench.time('share-released', 'T-82.71', NOON);
    expect(fast.promised).toBe(1_000 * KG);
    expect(fast.unfilled).toEqual([]);
  });

  it('is there for its partner, who may take more than it from what is open to all', () => {
    const bench = morning();
    const fast = bench.order('13.03', 300);
    const slow = bench.order('82.71', 900);
    expect([fast.promised, slow.promised]).toEqual([300 * KG, 700 * KG]);
    expect(reasons(slow)).toEqual([['NO_SURPLUS', 200 * KG]]);
  });

  it('is drawn once a day, bound or not, and is whole again the next day', () => {
    const bench = morning();
    bench.order('82.71', 600);
    bench.run();
    bench.lot('B', 1_000, []);
    const fast = bench.order('13.03', 2_000);
    expect(fast.promised).toBe(1_400 * KG);
    bench.time('day-begins', '33.02', MIDNIGHT);
    bench.lot('C', 1_000, []);
    expect(fast.promised).toBe(1_800 * KG);
  });

  it('is given back with a promise that is cancelled', () => {
    const bench = morning();
    bench.order('82.71', 600);
    bench.apply({ kind: 'order-cancelled', payload: { orderId: 'O1' } });
    expect(bench.order('13.03', 1_000).promised).toBe(400 * KG);
  });

  it('holds for a run as for a promise', () => {
    const bench = morning();
    const fast = bench.order('13.03', 1_000);
    bench.run();
    expect(fast.allocated).toBe(400 * KG);
    expect(bench.changes.runs).toMatchObject([{ outcome: 'published', faults: [] }]);
    expect(bench.changes.runs[0]?.lots[0]?.unsold).toMatchObject([
      { code: 'PARTNER_SHARE_RESERVED', quantity: 600 * KG, binding: ['T-82.71'], gain: 600 * KG },
    ]);
  });

  it('takes nothing from a promise that stands when the row comes later', () => {
    const bench = new Bench().agreement('13.03', 5_000).lot('A', 1_000, []);
    const first = bench.order('13.03', 1_000);
    bench.agreement('82.71', 5_000, { share: { kg: 600, until: 12 } });
    expect(first.promised).toBe(1_000 * KG);
    bench.run();
    expect(first.allocated).toBe(1_000 * KG);
  });

  it('takes nothing more from a promise than what stock was lost', () => {
    const bench = new Bench().agreement('13.03', 5_000).lot('A', 1_000, []).lot('B', 200, [], '2019-03-20');
    const first = bench.order('13.03', 1_200, { needBy: '2019-03-15', minLifeDays: 0 });
    bench.agreement('82.71', 5_000, { share: { kg: 600, until: 12 } });
    bench.time('lot-expires', 'B', '2019-03-04T03:00:00Z');
    expect(first.promised).toBe(1_000 * KG);
  });

  it('is due at its hour each day, by the clock of the origin', () => {
    const bench = morning();
    const noon = new Date(NOON);
    expect(bench.market.state.timers.next(noon)).toMatchObject({
      kind: 'share-released',
      subject: 'T-82.71',
      at: noon,
    });
    bench.time('share-released', 'T-82.71', NOON);
    expect(toMatchingMarket(bench.market.state, noon).terms.map(({ reserved }) => reserved)).toEqual([
      undefined,
      undefined,
    ]);
    bench.time('day-begins', '33.02', MIDNIGHT);
    expect([...bench.market.state.timers]).toContainEqual({
      kind: 'share-released',
      subject: 'T-82.71',
      at: new Date('2019-03-05T05:00:00Z'),
    });
  });

  it('is kept under a suspended agreement for nobody', () => {
    const bench = morning();
    bench.stage('82.71', 'suspended');
    expect(bench.order('13.03', 1_000).promised).toBe(1_000 * KG);
  });
});
