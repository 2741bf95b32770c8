import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { bind } from '../src/bind.js';
import { verify } from '../src/verify/verify.js';
import { markets } from './markets.js';
import { lpOptimum, oracle } from './oracle.js';
import { randomMarket } from './random-market.js';

describe('larger random markets', () => {
  it('are bound, proved and equal a linear program', async () => {
    const highs = await oracle();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (seed) => {
        const market = randomMarket(seed, {
          lots: 60,
          lines: 36,
          terms: 9,
          policy: { priceTierPercent: [0, 5][seed % 2] ?? 0 },
        });
        const result = bind(market);
        expect(verify(market, result)).toEqual({ verified: true, faults: [] });
        const best = lpOptimum(highs, market);
        expect(result.totals.quantity).toBe(best.quantity);
        if (seed % 2 === 0) expect(Number(result.totals.goodsCost) + Number(result.totals.freightCost)).toBe(best.cost);
      }),
      markets(250),
    );
  });
});
