import type { Market, Term } from '../format/market.js';

/** Base units in a sack of a product; 1 where any quantity goes. */
export type SackOf = (product: string) => number;

export function sackSizes({ parcels = {} }: Market): SackOf {
  return (product) => (Object.hasOwn(parcels, product) ? (parcels[product] ?? 1) : 1);
}

/** The largest multiple of a sack in a quantity. */
export function wholeSacks(quantity: number, sack: number): number {
  return quantity - (quantity % sack);
}

/** What a row's quota is counted in: where products of different sacks share it, units that are whole sacks of each. */
export function quotaSack(term: Term, sackOf: SackOf): number {
  return term.products.map(sackOf).reduce(commonMultiple, 1);
}

function commonMultiple(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  const multiple = (a / x) * b;
  return Number.isSafeInteger(multiple) ? multiple : Number.MAX_SAFE_INTEGER;
}

/**
 * The market with one sack for all products that share quotas, for where these would be cut in the midst of a sack: what
 * one product takes of a row then leaves whole sacks to the others. Undefined where no row is shared by unequal sacks.
 */
export function withJoinedSacks(market: Market): Market | undefined {
  const sackOf = sackSizes(market);
  const shared = market.terms.filter((term) =>
    term.products.some((product) => sackOf(product) !== quotaSack(term, sackOf)),
  );
  if (shared.length === 0) return undefined;
  const products = [...new Set(shared.flatMap((term) => term.products))];
  const sack = products.map(sackOf).reduce(commonMultiple, 1);
  return {
    ...market,
    parcels: { ...market.parcels, ...Object.fromEntries(products.map((product) => [product, sack])) },
  };
}

/** Whether goods that are here share a row in unequal sacks. */
export function sharesUnequalSacks(market: Market): boolean {
  if (market.parcels === undefined) return false;
  const sackOf = sackSizes(market);
  const here = new Set([...market.lots, ...market.lines].map(({ product }) => product));
  return market.terms.some(
    ({ products }) => new Set(products.filter((product) => here.has(product)).map(sackOf)).size > 1,
  );
}
