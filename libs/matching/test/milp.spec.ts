import { describe, expect, it } from 'vitest';
import { bind } from '../src/bind.js';
import type { Market } from '#matching/format/market.js';
import { verify } from '../src/verify/verify.js';
import type { Reason } from '#matching/format/result.js';
import { TIMES } from './markets.js';
import { milpOptimum } from './milp.js';
import { oracle } from './oracle.js';
import { relax } from './relax.js';
import { dice, randomMarket, type Shape } from './random-market.js';

/** Of each kind. */
const MARKETS = TIMES > 1 ? 300 : 20;
/** Of the kinds below, the one with shares: a model of a changed market would see other shares. */
const SHARED = 3;
const SMALL: Shape = { lots: 10, lines: 9, terms: 4, most: 30 };

/** Lines that take all or nothing, some or all; a least quantity; sacks; all of it at once. */
const KINDS: Readonly<Record<string, (seed: number) => Market>> = {
  'lines that take all or nothing': (seed) => floors(randomMarket(seed, SMALL), seed, { whole: 100, minimum: 0 }),
  'some such lines': (seed) => floors(randomMarket(seed, SMALL), seed, { whole: 40, minimum: 0 }),
  'lines with a least quantity': (seed) => floors(randomMarket(seed, SMALL), seed, { whole: 0, minimum: 80 }),
  'both, under partners’ shares': (seed) =>
    floors(randomMarket(seed, { ...SMALL, shares: true }), seed, { whole: 30, minimum: 40 }),
  sacks: (seed) => ({ ...randomMarket(seed, SMALL), parcels: { sugar: 2 + (seed % 6) } }),
  'sacks and lines of both sorts': (seed) => ({
    ...floors(randomMarket(seed, SMALL), seed, { whole: 30, minimum: 40 }),
    parcels: { sugar: 2 + (seed % 6) },
  }),
};

function floors(market: Market, seed: number, percent: { whole: number; minimum: number }): Market {
  const roll = dice(seed ^ 0x2545f491);
  for (const line of market.lines) {
    if (roll(100) < percent.whole) line.partial = false;
    else if (roll(100) < percent.minimum) line.minimum = 1 + roll(Math.max(1, line.quantity));
  }
  return market;
}

const newUnits = (market: Market, allocations: readonly { line: string; quantity: number }[]): Set<string> => {
  const got = new Map<string, number>();
  for (const { line, quantity } of allocations) got.set(line, (got.get(line) ?? 0) + quantity);
  return new Set(market.lines.filter(({ id, promised }) => (got.get(id) ?? 0) > promised).map(({ id }) => id));
};

/** Lots and lines by other names, in another order; of two equal rows the name says which one a line belongs to. */
function renamed(market: Market, seed: number): Market {
  const roll = dice(seed);
  const names = new Map<string, string>();
  const name = (of: string): string => {
    const known = names.get(of) ?? `${String(roll(1_000_000))}-${String(names.size)}`;
    names.set(of, known);
    return known;
  };
  return {
    ...market,
    terms: market.terms.slice().reverse(),
    lots: market.lots.map((lot) => ({ ...lot, id: name(lot.id) })).reverse(),
    lines: market.lines.map((line) => ({ ...line, id: name(line.id) })).reverse(),
  };
}

describe('sacks and least quantities against an integer program', () => {
  it.each(Object.keys(KINDS))('%s: the optimum, and at least cost for the lines that are served', async (kind) => {
    const highs = await oracle();
    for (let seed = 0; seed < MARKETS; seed += 1) {
      const market = KINDS[kind]?.(seed);
      if (market === undefined) throw new Error(kind);
      const result = bind(market);
      expect([seed, verify(market, result)]).toEqual([seed, { verified: true, faults: [] }]);
      expect([seed, result.totals.quantity]).toEqual([seed, milpOptimum(highs, market).quantity]);
      expect([seed, bind(renamed(market, seed)).totals.quantity]).toEqual([seed, result.totals.quantity]);
      const cost = Number(result.totals.goodsCost) + Number(result.totals.freightCost);
      const served = milpOptimum(highs, market, newUnits(market, result.allocations));
      expect([seed, result.totals.quantity, cost]).toEqual([seed, served.quantity, served.cost]);
    }
  });

  it('give reasons whose gain is what the relaxed market sells more', async () => {
    const highs = await oracle();
    const met = new Map<string, number>();
    for (let seed = 0; seed < 3 * MARKETS; seed += 1) {
      const kind = Object.values(KINDS).filter((_, n) => n !== SHARED)[seed % 5];
      const market = kind?.(seed);
      if (market === undefined) throw new Error('no kind');
      const result = bind(market);
      // Goods of unequal sacks under one row are solved in one common sack: their gains are of that.
      if (result.proof.unproved?.includes('price')) continue;
      const check = (reason: Reason, of: { lot?: string; line?: string }): void => {
        const other = relax(market, reason, of);
        if (other === null || other.facts !== undefined) return;
        const more = milpOptimum(highs, other.market).quantity - result.totals.quantity;
        met.set(reason.code, (met.get(reason.code) ?? 0) + 1);
        const told = `${String(seed)} ${JSON.stringify({ of, reason })}`;
        // New stock is counted as far as the lines that are served now would take it.
        if (reason.code === 'NO_SURPLUS') expect([told, reason.gain <= more]).toEqual([told, true]);
        else expect([told, reason.gain]).toEqual([told, Math.max(0, more)]);
      };
      for (const { lot, reasons } of result.unsold) for (const reason of reasons) check(reason, { lot });
      for (const { line, reasons } of result.unfilled) for (const reason of reasons) check(reason, { line });
    }
    for (const code of ['BELOW_MINIMUM_LOT', 'UNIT_INDIVISIBLE', 'QUOTA_EXHAUSTED', 'CERTIFICATE_MISSING']) {
      expect([code, (met.get(code) ?? 0) > 5]).toEqual([code, true]);
    }
  });

  it('come close to it where more lines than 20 want all or nothing', async () => {
    const highs = await oracle();
    const shares: number[] = [];
    for (let seed = 0; seed < MARKETS; seed += 1) {
      const market = floors(randomMarket(seed, { lots: 30, lines: 70, terms: 6, most: 40, bands: false }), seed, {
        whole: 60,
        minimum: 40,
      });
      const { quantity } = bind(market).totals;
      expect([seed, bind(renamed(market, seed)).totals.quantity]).toEqual([seed, quantity]);
      const best = milpOptimum(highs, market).quantity;
      const share = best === 0 ? 1 : quantity / best;
      expect([seed, quantity, best, share >= 0.97]).toEqual([seed, quantity, best, true]);
      shares.push(share);
    }
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThanOrEqual(0.995);
  });
});
