import { describe, expect, it } from 'vitest';
import { bind } from '../src/bind.js';
import type { Market, PriceBand } from '#matching/format/market.js';
import { PromiseBook } from '../src/promise-book.js';
import type { Reason } from '#matching/format/result.js';
import { sensitivity } from '../src/sensitivity.js';
import { verify } from '../src/verify/verify.js';
import { day } from './random-market.js';

/** Ten units at 100 for a buyer who pays up to `ceiling`, freight of 20 included. */
function market(priceBand: PriceBand, ceiling: number | null): Market {
  return {
    asOf: day(0),
    priceScale: 1,
    policy: { priceObjective: 'landed', priceTierPercent: 0, fairness: 'max-min' },
    terms: [
      {
        ...{ id: 'T', agreement: 'A', origin: '33', destination: '82', products: ['sugar'], from: day(-1), to: day(9) },
        ...{ quota: 100, freight: 20, transitDays: 0, certificates: [], priceBand },
      },
    ],
    lots: [
      {
        ...{ id: 'L', producer: 'P', origin: '33.02', product: 'sugar', quantity: 10, price: 100 },
        ...{ availableFrom: day(0), bestBefore: day(99), certificates: [] },
      },
    ],
    lines: [
      {
        ...{ id: 'D', order: 'O', destination: '82.71', product: 'sugar', quantity: 10, maxLandedPrice: ceiling },
        ...{ certificates: [], needBy: day(5), minLifeDays: 0, promised: 0 },
      },
    ],
  };
}

const short = ({ code, relaxBy, gain, then }: Reason): unknown => ({ code, relaxBy, gain, then });

describe('a price band of a terms row', () => {
  it.each<[string, PriceBand, number | null, number]>([
    ['the price lies within', { minimum: 90, maximum: 110 }, 200, 10],
    ['the price is the maximum', { minimum: 0, maximum: 100 }, null, 10],
    ['the price is one rupiah above the maximum', { minimum: 0, maximum: 99 }, null, 0],
    ['the ceiling less freight is the minimum', { minimum: 130, maximum: 140 }, 150, 10],
    ['the ceiling less freight is one rupiah below it', { minimum: 131, maximum: 140 }, 150, 0],
    ['the ceiling is any', { minimum: 131, maximum: 140 }, null, 10],
  ])('sells as bind, promise and proof agree where %s', (_, band, ceiling, sold) => {
    const here = market(band, ceiling);
    const result = bind(here);
    expect(result.totals.quantity).toBe(sold);
    expect(verify(here, result)).toEqual({ verified: true, faults: [] });
    expect(new PromiseBook({ ...here, lines: [] }).promise(here.lines[0]!).promised).toBe(sold);
  });

  it('tells the buyer what its ceiling lacks of the minimum, and the seller that it can do nothing', () => {
    const here = market({ minimum: 131, maximum: 140 }, 150);
    const { unsold, unfilled } = bind(here);
    const lacks = { code: 'PRICE_ABOVE_CEILING', relaxBy: 1, gain: 10, then: [] };
    expect(unfilled[0]?.reasons.map(short)).toEqual([lacks]);
    const promised = new PromiseBook({ ...here, lines: [] }).promise(here.lines[0]!);
    expect(promised.unfilled.map(short)).toEqual([lacks]);
    expect(unsold[0]?.reasons.map(short)).toMatchObject([{ code: 'PRICE_ABOVE_CEILING', gain: 0 }]);
    const steps = { quota: 0, price: 1, lifeDays: 0 };
    expect(sensitivity(here, steps)).toEqual([{ change: 'price-ceiling', id: 'sugar', by: 1, gain: 10 }]);
  });

  it('lets no new stock sell to a ceiling below the minimum, and no more than the quota to another', () => {
    const sells = (band: PriceBand, quota: number): unknown[] => {
      const { terms, lines, ...rest } = market(band, 150);
      const empty = { ...rest, terms: [{ ...terms[0]!, quota }], lots: [], lines: [] };
      const instant = new PromiseBook(empty).promise(lines[0]!).unfilled;
      expect(instant).toEqual(bind({ ...empty, lines }).unfilled[0]?.reasons);
      return instant.map(short);
    };
    const none = { code: 'NO_SURPLUS', relaxBy: 10, gain: 0, then: ['PRICE_ABOVE_CEILING'] };
    expect(sells({ minimum: 131, maximum: 140 }, 100)).toEqual([none]);
    expect(sells({ minimum: 130, maximum: 140 }, 4)).toEqual([{ ...none, gain: 4, then: ['QUOTA_EXHAUSTED'] }]);
    expect(sells({ minimum: 130, maximum: 140 }, 100)).toEqual([{ ...none, gain: 10, then: [] }]);
  });

  it('tells both sides by how much a price is above the maximum', () => {
    const here = market({ minimum: 0, maximum: 97 }, null);
    const { unsold, unfilled } = bind(here);
    const above = { code: 'PRICE_ABOVE_CEILING', relaxBy: 3, gain: 10, then: [] };
    expect([unfilled, unsold].map(([one]) => one?.reasons.map(short))).toEqual([[above], [above]]);
    expect(sensitivity(here, { quota: 0, price: 3, lifeDays: 0 })).toHaveLength(1);
    expect(sensitivity(here, { quota: 0, price: 2, lifeDays: 0 })).toEqual([]);
  });

  it('is proved: an allocation outside it is a fault', () => {
    const result = bind(market({ minimum: 0, maximum: 100 }, null));
    for (const band of [
      { minimum: 0, maximum: 99 },
      { minimum: 181, maximum: 200 },
    ]) {
      expect(verify(market(band, 200), result).verified).toBe(false);
    }
  });

  it('counts only lots within it to what is open beside a share', () => {
    const { terms, lots, ...rest } = market({ minimum: 0, maximum: 99 }, null);
    const [row] = terms;
    const other = { ...row!, id: 'U', destination: '13' };
    delete other.priceBand;
    const shared: Market = {
      ...rest,
      terms: [{ ...row!, reserved: 4 }, other],
      lots: [...lots, { ...lots[0]!, id: 'M', price: 99, quantity: 5 }],
      lines: [{ ...rest.lines[0]!, destination: '13.03' }],
    };
    // Of the five units that the partner could buy, four are kept for it.
    expect(bind(shared).totals.quantity).toBe(1);
    expect(verify(shared, bind(shared)).verified).toBe(true);
  });
});
