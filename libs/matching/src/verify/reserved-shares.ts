import type { Facts } from './facts.js';
import { holdUntil } from './holdings.js';

/**
 * Partner shares as the market states them: of a product of which an open row keeps some, each row may pass its share and,
 * together with the others, no more than the open part: what lots that fit all these rows hold, less promises and shares.
 */
export interface ReservedShares {
  /** Per row: units of its own; Infinity where nothing of its product is kept back. */
  share: Float64Array;
  /** Per row: its product's number where something is kept back of it, else −1. */
  pool: Int32Array;
  /** Per product number: the open part. */
  open: Map<number, number>;
}

export const NOTHING_RESERVED: ReservedShares = {
  share: new Float64Array(0),
  pool: new Int32Array(0),
  open: new Map(),
};

export function readReservedShares(facts: Facts, openRow: readonly boolean[]): ReservedShares {
  const { terms, lines, lineProduct } = facts;
  const sharing = new Map<number, number[]>();
  const own = (row: number): number =>
    openRow[row] === true ? Math.min(terms[row]?.reserved ?? 0, terms[row]?.quota ?? 0) : 0;
  terms.forEach(({ products }, row) => {
    if (own(row) === 0) return;
    for (const product of products) {
      const number = facts.numberOf(product);
      sharing.set(number, [...(sharing.get(number) ?? []), row]);
    }
  });
  const pool = Int32Array.from(terms, ({ products }) => {
    const number = facts.numberOf(products[0] ?? '');
    return sharing.has(number) ? number : -1;
  });
  const open = new Map<number, number>();
  for (const [product, rows] of sharing) {
    let left = 0;
    facts.lotQuantity.forEach((quantity, i) => {
      if (facts.lotProduct[i] === product && rows.every((row) => usable(facts, i, row))) left += quantity;
    });
    lines.forEach(({ promised }, j) => {
      if (lineProduct[j] === product) left -= promised;
    });
    for (const row of rows) left -= own(row);
    open.set(product, Math.max(0, left));
  }
  return { share: Float64Array.from(pool, (product, row) => (product < 0 ? Infinity : own(row))), pool, open };
}

function usable(
  { covered, origins, lotOrigin, lotHolding, lotPrice, held, terms, today }: Facts,
  i: number,
  row: number,
): boolean {
  if (covered[row * origins + (lotOrigin[i] ?? 0)] !== 1) return false;
  const band = terms[row]?.priceBand;
  if (band !== undefined && band.maximum < (lotPrice[i] ?? 0)) return false;
  return holdUntil(held[lotHolding[i] ?? 0] ?? new Map<string, number>(), terms[row]?.certificates ?? []) >= today;
}

/** What rows pass of a product beside their shares, per product number. */
export function openUsed(
  pool: Int32Array,
  share: Float64Array,
  open: ReadonlyMap<number, number>,
  rowUsed: Float64Array,
): Map<number, number> {
  const used = new Map([...open.keys()].map((product) => [product, 0]));
  rowUsed.forEach((units, row) => {
    const product = pool[row] ?? -1;
    if (product >= 0) used.set(product, (used.get(product) ?? 0) + Math.max(0, units - (share[row] ?? 0)));
  });
  return used;
}
