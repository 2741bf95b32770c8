import { PromiseBook } from '#matching/promise-book.js';
import type { Decision } from './changes.js';
import { toMatchingMarket } from './matching-market.js';
import type { Lot } from './state.js';

/** Names that no region, certificate or row has. */
const OWNER = '99';
const MARK = 'withdrawal';

/**
 * How much of a lot's free stock no promise needs, up to `wanted`: its producer stands in line behind every promise, as a
 * buyer whom this lot alone can serve, and earlier promises are re-arranged for it as for any other.
 *
 * @param decision with promises that the free stock can serve
 */
export function spareOf({ state, at }: Decision, lot: Lot, wanted: number): number {
  if (lot.free === 0) return 0;
  const market = toMatchingMarket(state, at);
  const marked = market.lots.map((each) =>
    each.id === lot.id ? { ...each, certificates: [...each.certificates, MARK] } : each,
  );
  const row = {
    id: MARK,
    agreement: MARK,
    origin: state.origin,
    destination: OWNER,
    products: [lot.commodity],
    from: '0001-01-01',
    to: '9999-12-31',
    quota: Number.MAX_SAFE_INTEGER,
    freight: 0,
    transitDays: 0,
    certificates: [MARK],
  };
  const { promised } = new PromiseBook({ ...market, lots: marked, terms: [...market.terms, row] }).promise({
    id: MARK,
    order: MARK,
    destination: OWNER,
    product: lot.commodity,
    quantity: Math.min(wanted, lot.free),
    maxLandedPrice: null,
    certificates: [],
    needBy: market.asOf,
    minLifeDays: 0,
    promised: 0,
  });
  return promised;
}
