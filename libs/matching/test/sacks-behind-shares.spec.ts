import { expect, it } from 'vitest';
import { bind } from '../src/bind.js';
import type { Market } from '../src/format/market.js';
import { verify } from '../src/verify/verify.js';

/** A promise that whole sacks cannot serve, beside a share that another row keeps back: 2 kg of a sack are left. */
const MARKET: Market = {
  asOf: '2019-03-06',
  priceScale: 1,
  policy: { priceObjective: 'freight-only', priceTierPercent: 5, fairness: 'max-min', expiryBucketDays: 30 },
  balances: {},
  parcels: { sugar: 10_000 },
  terms: [
    row('kept', '13', { quota: 300_000, freight: 1_500, transitDays: 7, reserved: 80_000 }),
    row('own', '73.71', { quota: 390_000, freight: 3_500, transitDays: 4 }),
  ],
  lots: [lot('L1', 2_000, 16_000), lot('L2', 102_000, 16_100), lot('L3', 8_000, 16_200)],
  lines: [
    {
      id: 'O1',
      order: 'O1',
      destination: '73.71',
      product: 'sugar',
      quantity: 130_000,
      promised: 110_000,
      maxLandedPrice: null,
      certificates: [],
      needBy: '2019-03-11',
      minLifeDays: 0,
      term: 'own',
    },
  ],
};

function row(
  id: string,
  destination: string,
  rest: Pick<Market['terms'][number], 'quota' | 'freight' | 'transitDays'> & { reserved?: number },
): Market['terms'][number] {
  const dates = { from: '2019-03-01', to: '9999-12-31' };
  return { id, agreement: id, origin: '33.02', destination, products: ['sugar'], certificates: [], ...dates, ...rest };
}

function lot(id: string, quantity: number, price: number): Market['lots'][number] {
  const dates = { availableFrom: '2019-03-04', bestBefore: '2021-03-03' };
  return { id, producer: id, origin: '33.02', product: 'sugar', quantity, price, certificates: [], ...dates };
}

it('what is left of a sack is kept by no share, and the run is proved', () => {
  const result = bind(MARKET);
  expect(verify(MARKET, result).faults).toEqual([]);
  expect(result.unsold.map(({ reasons }) => reasons.map(({ code, quantity }) => [code, quantity]))).toEqual([
    [['UNIT_INDIVISIBLE', 2_000]],
  ]);
  expect(result.unfilled.map(({ reasons }) => reasons.map(({ code, binding }) => [code, binding]))).toEqual([
    [['PARTNER_SHARE_RESERVED', ['kept', 'surplus:sugar']]],
  ]);
});
