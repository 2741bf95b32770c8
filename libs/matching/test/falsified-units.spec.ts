import { describe, expect, it } from 'vitest';
import { bind } from '../src/bind.js';
import type { Line, Lot, Market, Term } from '#matching/format/market.js';
import type { MatchingResult } from '#matching/format/result.js';
import { verify } from '../src/verify/verify.js';
import { day } from './random-market.js';

const ROW: Term = {
  ...{ id: 'row', agreement: 'A', origin: '33', destination: '82', products: ['sugar'], from: day(-9), to: day(99) },
  ...{ quota: 50, freight: 7, transitDays: 0, certificates: [] },
};
const LOT: Lot = {
  ...{ id: 'cheap', producer: 'P', origin: '33.02', product: 'sugar', quantity: 50, price: 1 },
  ...{ availableFrom: day(0), bestBefore: day(300), certificates: [] },
};
const LINE: Line = {
  ...{ id: 'buys', order: 'O', destination: '82.71', product: 'sugar', quantity: 50, maxLandedPrice: null },
  ...{ certificates: [], needBy: day(9), minLifeDays: 0, promised: 0 },
};

/** Two lots for one line; beside them other goods, of which a line wants all or nothing. */
function market(change: Partial<Market> = {}): Market {
  return {
    ...{ asOf: day(0), priceScale: 1, terms: [ROW, { ...ROW, id: 'other', products: ['chips'], quota: 9 }] },
    policy: { priceObjective: 'landed', priceTierPercent: 0, fairness: 'max-min' },
    lots: [
      LOT,
      { ...LOT, id: 'dear', producer: 'Q', price: 9 },
      { ...LOT, id: 'chips', product: 'chips', quantity: 3 },
    ],
    lines: [LINE, { ...LINE, id: 'whole', product: 'chips', quantity: 1, partial: false }],
    ...change,
  };
}

/** The result of another market, with the figures that it has in this one. */
function asIn({ lots }: Market, result: MatchingResult): MatchingResult {
  const priceOf = new Map(lots.map(({ id, price }) => [id, price]));
  result.totals.goodsCost = result.allocations.reduce(
    (sum, { lot, quantity }) => sum + quantity * (priceOf.get(lot) ?? 0),
    0,
  );
  return result;
}

describe('beside goods that are wanted all or nothing', () => {
  it('what is right is verified, and nothing is left unproved', () => {
    const result = bind(market());
    expect(result.totals.quantity).toBe(51);
    expect(result.proof.unproved).toBeUndefined();
    expect(verify(market(), result)).toEqual({ verified: true, faults: [] });
  });

  it('the dear lot in place of the cheap one is refused', () => {
    const reversed = market({ lots: market().lots.map((lot) => ({ ...lot, price: lot.id === 'cheap' ? 9 : 1 })) });
    const { faults } = verify(market(), asIn(market(), bind(reversed)));
    expect(faults).toContain('lot dear sells although a better lot could take its place');
  });

  it('all for one of two equals is refused', () => {
    const alike = market({ lots: market().lots.map((lot) => ({ ...lot, price: 5 })) });
    const unfair = bind({ ...alike, policy: { ...alike.policy, fairness: 'none' } });
    expect(verify(alike, unfair).faults).toContain('producer Q is served less than P without need');
    expect(verify(alike, bind(alike)).verified).toBe(true);
  });

  it('a part of what could be sold is refused, whatever gap it says', () => {
    const less = bind(market({ terms: market().terms.map((row) => ({ ...row, quota: Math.min(row.quota, 30) })) }));
    const whole = bind(market());
    less.proof = { ...whole.proof, gap: whole.proof.upperBound - less.totals.quantity, unproved: ['quantity'] };
    const { faults } = verify(market(), less);
    expect(faults).toContain('proof.gap: goods without sacks and least quantities have none');
    expect(faults).toContain('more could be sold under row row');
  });

  it('the dearer of two rows is refused', () => {
    const rows = (dear: number, cheap: number): Market =>
      market({
        terms: [
          { ...ROW, id: 'row', freight: dear },
          { ...ROW, id: 'near', destination: '91', freight: cheap },
          { ...ROW, id: 'other', products: ['chips'], quota: 9 },
        ],
        lots: market().lots.filter(({ id }) => id !== 'dear'),
        lines: [...market().lines, { ...LINE, id: 'near', destination: '91' }],
      });
    const result = bind(rows(1, 7));
    result.totals.freightCost = 50 * 7 + 7;
    expect(verify(rows(7, 1), result).faults).toContain('units of row row could go under the cheaper row near');
  });
});

describe('among goods that are wanted all or nothing', () => {
  const whole = (change: Partial<Market> = {}): Market =>
    market({ lines: market().lines.map((line) => ({ ...line, partial: false })), ...change });

  it('price, fairness and freight are shown for the lines that are served', () => {
    expect(verify(whole(), bind(whole()))).toEqual({ verified: true, faults: [] });
    const reversed = whole({ lots: market().lots.map((lot) => ({ ...lot, price: lot.id === 'cheap' ? 9 : 1 })) });
    expect(verify(whole(), asIn(whole(), bind(reversed))).faults).toContain(
      'lot dear sells although a better lot could take its place',
    );
  });

  it('and in sacks, where fairness is named as not shown', () => {
    const sacks = market({ parcels: { sugar: 10 } });
    const result = bind(sacks);
    expect(result.proof.unproved).toEqual(['fairness']);
    expect(verify(sacks, result)).toEqual({ verified: true, faults: [] });
    const reversed = { ...sacks, lots: sacks.lots.map((lot) => ({ ...lot, price: lot.id === 'cheap' ? 9 : 1 })) };
    expect(verify(sacks, asIn(sacks, bind(reversed))).verified).toBe(false);
    delete result.proof.unproved;
    expect(verify(sacks, result).faults).toEqual(['proof.unproved must be [fairness]']);
  });
});
