import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { bind } from '../src/bind.js';
import { verify } from '../src/verify/verify.js';
import { markets } from './markets.js';
import { lpOptimum, oracle } from './oracle.js';
import { randomMarket } from './random-market.js';

const seeds = fc.integer({ min: 0, max: 2_000_000_000 });

describe('bind against a linear program', () => {
  it('reaches the same quantity and the same rupiah on 2,000 random markets, and proves each', async () => {
    const highs = await oracle();
    fc.assert(
      fc.property(seeds, (seed) => {
        const market = randomMarket(seed, { lots: 8, lines: 7, terms: 5 });
        const result = bind(market);
        const best = lpOptimum(highs, market);
        expect(result.totals.quantity).toBe(best.quantity);
        expect(Number(result.totals.goodsCost) + Number(result.totals.freightCost)).toBe(best.cost);
        expect(verify(market, result)).toEqual({ verified: true, faults: [] });
      }),
      markets(2000),
    );
  });
});
