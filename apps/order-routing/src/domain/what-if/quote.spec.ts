import { describe, expect, it } from 'vitest';
import { Bench, KG } from '../../../test/market-bench.js';
import type { OrderPlaced, PlacedLine } from '../decisions/place-order.js';
import { catalogueOf } from './catalogue.js';
import { quoteOf } from './quote.js';

/** 1,000 kg at 16,500; Ternate has 300 kg a day at 2,000 and three days, Sulawesi Selatan no quota at 1,000 and its capital one. */
function market(): Bench {
  const bench = new Bench();
  bench.agreement('82.71', 300, { transitDays: 3 });
  bench.agreement('73', 0, { freight: 1_000, row: { quotaKind: 'unlimited' } });
  bench.agreement('73.71', 100, { freight: 500 });
  return bench.lot('A', 700, ['P-IRT']);
}

function order(partner: string, kg: number, wish: object = {}): OrderPlaced {
  const line: PlacedLine = {
    ...{ lineId: 'quote-0', deliverTo: partner, commodity: 'sugar', quantity: kg * KG },
    unit: 'GRAM',
    ...{ maxLandedPrice: null, certificates: [], needBy: '2019-04-03', minLifeDays: 0, minimum: 0, partial: true },
    ...wish,
  };
  const buyer = { name: 'Pembeli' };
  return { orderId: 'quote', partner, placedBy: 'test', buyer, reference: null, lines: [line] };
}

describe('a quote', () => {
  it('tells what an order would be promised, at which price at its door, and why no more', () => {
    const { state } = market().market;
    const quote = quoteOf(state, market().at, order('82.71', 400));
    expect(quote).toMatchObject({ goods: 300 * 16_500, freight: 300 * 2_000, landed: 300 * 18_500 });
    expect(quote.lines).toMatchObject([
      {
        ...{ quantity: 400 * KG, promised: 300 * KG, landedPrice: { from: 18_500, to: 18_500 } },
        terms: [{ term: 'T-82.71', promised: 300 * KG, freight: 2_000, transitDays: 3 }],
        unfilled: [{ code: 'QUOTA_EXHAUSTED', quantity: 100 * KG, gain: 100 * KG }],
      },
    ]);
  });

  it('counts both rows of a line, each with its freight', () => {
    const quote = quoteOf(market().market.state, market().at, order('73.71', 250));
    expect(quote.lines[0]?.terms).toMatchObject([
      { term: 'T-73.71', promised: 100 * KG, freight: 500 },
      { term: 'T-73', promised: 150 * KG, freight: 1_000 },
    ]);
    expect(quote).toMatchObject({ goods: 250 * 16_500, freight: 100 * 500 + 150 * 1_000 });
    expect(quote.lines[0]?.landedPrice).toEqual({ from: 17_000, to: 17_500 });
  });

  it('has no price where nothing would be promised', () => {
    const quote = quoteOf(market().market.state, market().at, order('82.71', 10, { maxLandedPrice: 18_000 }));
    expect(quote).toMatchObject({ goods: 0, landed: 0, lines: [{ promised: 0, landedPrice: null }] });
  });

  it('comes after all that is promised already', () => {
    const bench = market();
    bench.order('82.71', 250);
    expect(quoteOf(bench.market.state, bench.at, order('82.71', 400)).lines[0]?.promised).toBe(50 * KG);
  });
});

describe('the catalogue', () => {
  it('lists what a place can buy now, by row: what is there, what is left, when and at which price', () => {
    const bench = market();
    bench.order('82.71', 250);
    expect(catalogueOf(bench.market.state, bench.at, '82.71')).toEqual([
      {
        ...{ origin: '33.02', commodity: 'sugar', unit: 'GRAM', term: 'T-82.71', edition: 1, destination: '82.71' },
        ...{ available: 50 * KG, quotaLeft: 50 * KG, period: 'day', minimum: 0, sack: 1, certificates: [] },
        ...{ freight: 2_000, transitDays: 3, needByFrom: '2019-03-07', landedPrice: { from: 18_500, to: 18_500 } },
      },
    ]);
  });

  it('has each row that covers the place, the narrowest first, and tells of no limit where there is none', () => {
    const bench = market();
    const rows = catalogueOf(bench.market.state, bench.at, '73.71');
    expect(rows.map(({ term, available, quotaLeft }) => [term, available / KG, quotaLeft])).toEqual([
      ['T-73.71', 100, 100 * KG],
      ['T-73', 600, null],
    ]);
  });

  it('has nothing for a place without an agreement in force', () => {
    const bench = market().agreement('13.03', 100, { stage: 'joint-agreement-signed' });
    expect(catalogueOf(bench.market.state, bench.at, '13.03')).toEqual([]);
    expect(catalogueOf(bench.market.state, bench.at, '91.71')).toEqual([]);
  });

  it('shows goods that are sold out, without a price', () => {
    const bench = market();
    bench.order('73', 700);
    expect(catalogueOf(bench.market.state, bench.at, '82.71')).toMatchObject([
      { available: 0, quotaLeft: 300 * KG, landedPrice: null },
    ]);
  });
});
