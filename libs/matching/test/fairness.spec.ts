import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { bind } from '../src/bind.js';
import type { Fairness, Policy } from '#matching/format/market.js';
import { verify } from '../src/verify/verify.js';
import { markets } from './markets.js';
import { randomMarket } from './random-market.js';

const seeds = fc.integer({ min: 0, max: 2_000_000_000 });
const fairness = fc.constantFrom<Fairness>('max-min', 'proportional', 'none');

function policy(one: Fairness, seed: number): Partial<Policy> {
  return {
    fairness: one,
    priceTierPercent: [0, 2, 5, 25][seed % 4] ?? 0,
    priceObjective: seed % 3 === 0 ? 'freight-only' : 'landed',
    expiryBucketDays: [0, 7, 30, 1000][seed % 5] ?? 30,
  };
}

describe('fairness over producers', () => {
  it('is proved for pools, balances, wide tiers and producers in several classes', () => {
    fc.assert(
      fc.property(seeds, fairness, (seed, one) => {
        const market = randomMarket(seed, {
          lots: 14,
          lines: 7,
          terms: 4,
          pools: true,
          balances: seed % 2 === 0,
          policy: policy(one, seed),
        });
        expect(verify(market, bind(market))).toEqual({ verified: true, faults: [] });
      }),
      markets(1500),
    );
  });

  it('never changes the quantity', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const quantities = (['max-min', 'proportional', 'none'] as const).map(
          (one) =>
            bind(randomMarket(seed, { lots: 12, lines: 6, terms: 4, pools: true, policy: policy(one, seed) })).totals
              .quantity,
        );
        expect(new Set(quantities).size).toBe(1);
      }),
      markets(300),
    );
  });
});
