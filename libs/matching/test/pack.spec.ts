import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { bind } from '../src/bind.js';
import { packMarket, unpackMarket } from '../src/pack/market.js';
import { packResult, unpackResult } from '../src/pack/result.js';
import { buffersOf } from '../src/pack/texts.js';
import { markets } from './markets.js';
import { dice, randomMarket } from './random-market.js';

/** As another thread gets it: buffers are handed over, the rest is copied. */
function sent<T extends object>(packed: T): T {
  return structuredClone(packed, { transfer: buffersOf(packed) });
}

describe('what is packed for another thread', () => {
  it('is the market and the result again, to the byte', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (seed) => {
        const market = randomMarket(seed, { lots: 12, lines: 9, terms: 5, pools: true, balances: true, shares: true });
        const roll = dice(seed);
        for (const line of market.lines) {
          if (roll(5) === 0) line.minimum = 1;
          if (roll(5) === 0) line.partial = false;
        }
        for (const lot of market.lots) if (roll(5) === 0) lot.id = `${lot.id} é\n`;
        const whole = structuredClone(market);
        const again = unpackMarket(sent(packMarket(market)));
        expect(again).toEqual(whole);
        const result = bind(whole);
        const text = JSON.stringify(result);
        expect(JSON.stringify(bind(again))).toBe(text);
        expect(JSON.stringify(unpackResult(sent(packResult(result))))).toBe(text);
      }),
      markets(300),
    );
  });
});
