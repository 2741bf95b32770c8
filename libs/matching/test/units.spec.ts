import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { bind } from '../src/bind.js';
import type { Market } from '#matching/format/market.js';
import { verify } from '../src/verify/verify.js';
import { markets } from './markets.js';
import { dice, randomMarket } from './random-market.js';

const seeds = fc.integer({ min: 0, max: 2_000_000_000 });

/** A market with sacks and least quantities, of which some lines want all or nothing. */
function inUnits(seed: number): Market {
  const market = randomMarket(seed, { lots: 12, lines: 8, terms: 4, most: 30, pools: true });
  const roll = dice(seed);
  if (roll(2) === 0) market.parcels = { sugar: 1 + roll(6) };
  for (const line of market.lines) {
    if (roll(4) === 0) line.partial = false;
    else if (roll(3) === 0) line.minimum = Math.min(line.quantity, roll(15));
  }
  return market;
}

describe('sacks and least quantities', () => {
  it('are kept, and what they cost is the proved gap', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const market = inUnits(seed);
        const result = bind(market);
        expect(verify(market, result)).toEqual({ verified: true, faults: [] });
        expect(result.proof.gap).toBe(result.proof.upperBound - result.totals.quantity);
      }),
      markets(600),
    );
  });

  it.each([1_460_966_621, 7_875_372])('are kept where a quota is shared with goods of another sack (%i)', (seed) => {
    const market = inUnits(seed);
    const result = bind(market);
    expect(verify(market, result)).toEqual({ verified: true, faults: [] });
    expect(result.totals.quantity).toBeGreaterThan(0);
  });

  it('tell the least by which ceilings have to give way, of lines that the flow cannot tell apart', () => {
    const market = inUnits(382_454_555);
    const result = bind(market);
    expect(verify(market, result).faults).toEqual([]);
    const [lot] = result.unsold.filter(({ reasons }) => reasons.some(({ code }) => code === 'PRICE_ABOVE_CEILING'));
    expect(lot?.reasons.at(-1)).toMatchObject({ code: 'PRICE_ABOVE_CEILING', relaxBy: 9 });
  });

  it('name the sack and the least quantity as reasons', () => {
    const market = randomMarket(1, { lots: 1, lines: 1, terms: 1 });
    const [lot, line, term] = [market.lots[0], market.lines[0], market.terms[0]];
    if (lot === undefined || line === undefined || term === undefined) throw new Error('sample');
    Object.assign(term, {
      from: '2026-01-01',
      to: '2027-12-31',
      origin: '33',
      destination: '82',
      quota: 1000,
      certificates: [],
      products: ['sugar'],
      suspended: false,
      transitDays: 0,
    });
    Object.assign(lot, {
      product: 'sugar',
      quantity: 107,
      origin: '33.02',
      certificates: [],
      price: 1,
      availableFrom: '2026-11-24',
      bestBefore: '2028-01-01',
    });
    Object.assign(line, {
      product: 'sugar',
      destination: '82.71',
      quantity: 240,
      certificates: [],
      needBy: '2026-12-20',
      maxLandedPrice: null,
      minLifeDays: 0,
    });
    market.parcels = { sugar: 25 };
    const sacked = bind(market);
    expect(sacked.totals.quantity).toBe(100);
    expect(sacked.unsold[0]?.reasons[0]).toMatchObject({ code: 'UNIT_INDIVISIBLE', quantity: 7 });
    expect(sacked.unfilled[0]?.reasons.map(({ code, quantity }) => [code, quantity])).toEqual([
      ['UNIT_INDIVISIBLE', 15],
      ['NO_SURPLUS', 125],
    ]);
    expect(sacked.proof).toMatchObject({ upperBound: 107, gap: 7 });
    line.minimum = 200;
    const emptied = bind(market);
    expect(emptied.totals.quantity).toBe(0);
    expect(emptied.unfilled[0]?.reasons[0]).toMatchObject({
      code: 'BELOW_MINIMUM_LOT',
      quantity: 240,
      relaxBy: 100,
      gain: 100,
    });
  });
});
