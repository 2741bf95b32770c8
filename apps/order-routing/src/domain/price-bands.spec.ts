import { describe, expect, it } from 'vitest';
import { Bench, KG } from '../../test/market-bench.js';
import { settle } from './ledger/settlement.js';
import type { Line } from './ledger/line.js';

/** Lots ask 16,500 a kilogram, freight is 2,000, and buyers pay up to 25,000 with it. */
function market(minimum: number, maximum: number): Bench {
  return new Bench().agreement('82.71', 5_000, { band: { minimum, maximum } }).lot('A', 1_000, []);
}

const reasons = (line: Line): unknown[] =>
  line.unfilled.map((one) => [one.code, one.quantity, 'relaxBy' in one ? one.relaxBy : 0]);

describe('a price band', () => {
  it.each([
    ['the floor where it is above the minimum', 15_000, 16_500],
    ['the minimum where the floor is below it', 18_000, 18_000],
  ])('pays %s', (_, minimum, paid) => {
    const bench = market(minimum, 20_000);
    const line = bench.order('82.71', 400);
    expect(line.promised).toBe(400 * KG);
    bench.run();
    const [allocation] = bench.market.state.allocations.values();
    expect(allocation).toMatchObject({ lotId: 'A', unitPrice: paid, freight: 2_000 });
    expect(settle({ ...allocation!, accepted: 399_999 }, 'GRAM').amount).toBe(Math.round((399_999 * paid) / 1_000));
  });

  it('sells nothing whose floor is above the maximum, and says by how much', () => {
    const line = market(10_000, 16_000).order('82.71', 400);
    expect([line.promised, reasons(line)]).toEqual([0, [['PRICE_ABOVE_CEILING', 400 * KG, 500]]]);
  });

  it('sells nothing to a ceiling that leaves less than the minimum, and says how much it lacks', () => {
    const bench = market(23_001, 30_000);
    const line = bench.order('82.71', 400);
    expect([line.promised, reasons(line)]).toEqual([0, [['PRICE_ABOVE_CEILING', 400 * KG, 1]]]);
    expect(bench.order('82.71', 400, { maxLandedPrice: 25_001 }).promised).toBe(400 * KG);
  });
});
