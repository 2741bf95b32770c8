import type { Market } from './format/market.js';
import { PromiseBook } from './promise-book.js';

/** Names that no region, certificate or row of a market has. */
const OWNER = '99';
const MARK = 'withdrawal';

/**
 * How much of a lot no promise needs: promises are re-arranged for it, never lowered. Sacks that are promised stay whole;
 * the owner may open any other. A share that waits for a partner is no promise, and keeps nothing from the owner.
 *
 * @param lotId a lot of the market, whose quantity is what is free of it
 * @param wanted base units, at most the lot's quantity
 * @returns base units that can be taken out of the lot
 * @throws PromisesNotServable when the promises cannot all be served as it is
 */
export function uncommitted(shared: Market, lotId: string, wanted: number): number {
  const market = { ...shared, terms: shared.terms.map(({ reserved: _, ...term }) => term) };
  const lot = market.lots.find(({ id }) => id === lotId);
  if (!lot) throw new RangeError(`lot ${lotId} is not in this market`);
  const sack = market.parcels?.[lot.product] ?? 1;
  const beside = lot.quantity % sack;
  const sacks = Math.ceil(Math.max(0, wanted - beside) / sack);
  const found = Math.min(wanted, beside + promisable(market, lot, sacks * sack));
  // A promise that no whole sacks can serve may stand on what lies beside them.
  if (sack === 1 || new PromiseBook(market).takeFromLot(lotId, found)) return found;
  const { parcels: _, ...plain } = market;
  return promisable(plain, lot, wanted);
}

/** Promises the quantity to a buyer whom this lot alone can serve: the owner, last in line. */
function promisable(market: Market, lot: Market['lots'][number], quantity: number): number {
  const marked = market.lots.map((each) =>
    each === lot ? { ...each, certificates: [...each.certificates, MARK] } : each,
  );
  const row: Market['terms'][number] = {
    id: MARK,
    agreement: MARK,
    origin: lot.origin,
    destination: OWNER,
    products: [lot.product],
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
    product: lot.product,
    quantity,
    maxLandedPrice: null,
    certificates: [],
    // Also goods that are still being made are their owner's.
    needBy: lot.availableFrom > market.asOf ? lot.availableFrom : market.asOf,
    minLifeDays: 0,
    promised: 0,
  });
  return promised;
}
