import type { Market } from '#matching/market.js';
import { PromiseBook } from '#matching/promise-book.js';
import type { Decision } from './changes.js';
import { toMatchingMarket } from './matching-market.js';
import type { Lot, MarketState } from './state.js';

/** Names that no region, certificate or row has. */
const OWNER = '99';
const MARK = 'withdrawal';

/**
 * How much of a lot's free stock no promise needs, up to `wanted`: its producer stands in line behind every promise, as a
 * buyer whom this lot alone can serve, and earlier promises are re-arranged for it as for any other. Sacks that are
 * promised stay whole; the producer may open any other.
 *
 * @param decision with promises that the free stock can serve
 */
export function spareOf({ state, at }: Decision, lot: Lot, wanted: number): number {
  if (lot.free === 0) return 0;
  const market = toMatchingMarket(state, at);
  const sack = market.parcels?.[lot.commodity] ?? 1;
  const asked = Math.min(wanted, lot.free);
  const beside = lot.free % sack;
  const sacks = Math.ceil(Math.max(0, asked - beside) / sack);
  const spare = Math.min(asked, beside + promisable(state, market, lot, sacks * sack));
  // A promise that no whole sacks can serve may stand on what lies beside them.
  if (sack === 1 || new PromiseBook(market).takeFromLot(lot.id, spare)) return spare;
  const { parcels: _, ...plain } = market;
  return promisable(state, plain, lot, asked);
}

function promisable(state: MarketState, market: Market, lot: Lot, quantity: number): number {
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
    quantity,
    maxLandedPrice: null,
    certificates: [],
    needBy: market.asOf,
    minLifeDays: 0,
    promised: 0,
  });
  return promised;
}
