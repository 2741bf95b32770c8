import { describe, expect, it } from 'vitest';
import { bind } from '../src/bind.js';
import { checkGains } from '../src/gains.js';
import { TIMES } from './markets.js';
import { dice, randomMarket } from './random-market.js';

describe('gains that are carried out', () => {
  it('are what the changed market sells more, in units too', () => {
    let tried = 0;
    for (let seed = 0; seed < 60 * TIMES; seed += 1) {
      const market = randomMarket(seed, { lots: 8, lines: 7, terms: 4, most: 30 });
      const roll = dice(seed ^ 77);
      if (seed % 3 === 0) for (const line of market.lines) if (roll(3) === 0) line.partial = false;
      if (seed % 5 === 0) market.parcels = { sugar: 2 + roll(5) };
      const result = bind(market);
      if (result.proof.unproved?.includes('price')) continue;
      const check = checkGains(market, result, 1_000);
      expect([seed, check.faults, check.tried]).toEqual([seed, [], check.told]);
      tried += check.tried;
    }
    expect(tried).toBeGreaterThan(200);
  });

  it('are found out where they are invented, and told in a sample', () => {
    const market = randomMarket(5, { lots: 8, lines: 7, terms: 4, most: 30 });
    const result = bind(market);
    const { told } = checkGains(market, result, 1_000);
    expect(told).toBeGreaterThan(3);
    expect(checkGains(market, result, 3)).toEqual({ told, tried: 3, faults: [] });
    for (const { reasons } of [...result.unsold, ...result.unfilled]) {
      for (const reason of reasons) reason.gain += 1_000;
    }
    expect(checkGains(market, result, 1_000).faults).toHaveLength(told);
  });
});
