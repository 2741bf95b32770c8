import type { Line, Lot, Term } from '../format/market.js';
import type { TermsIndex } from './terms-index.js';
import { shareFaults, Shares } from './shares.js';

/** Partner shares of a market: what is kept back per terms row, and what is open to all per product. */
export interface Kept {
  ofRow: ReadonlyMap<string, number>;
  /** Only products of which something is kept back. */
  open: ReadonlyMap<string, number>;
}

const NOTHING: Kept = { ofRow: new Map(), open: new Map() };

/** @throws RangeError when a row's share crosses a quota over several products (readMarket lets no such market through) */
export function keptBack(at: {
  terms: Term[];
  lots: readonly Lot[];
  lines: readonly Line[];
  lotHeld: Int32Array;
  held: readonly ReadonlyMap<string, number>[];
  pins: TermsIndex;
  asOf: number;
}): Kept {
  const { terms, lots, lines, lotHeld, held, pins, asOf } = at;
  const quota = terms.map((term) => term.quota);
  const shares = new Shares(terms, pins.serving, quota, asOf);
  if (!shares.any) return NOTHING;
  const [fault] = shareFaults({ terms });
  if (fault !== undefined) throw new RangeError(`terms row ${terms[fault.row]?.id ?? ''} ${fault.message}`);
  lots.forEach(({ product, origin, price, quantity }, i) => {
    shares.addLot({ product, origin, price, held: held[lotHeld[i] ?? 0] ?? new Map<string, number>() }, quantity);
  });
  for (const { product, promised } of lines) shares.stand(product, promised);
  return {
    ofRow: new Map(terms.map((term, row) => [term.id, shares.left(row)])),
    open: new Map(
      shares.products.map((product) => [product, shares.open(product)] as const).filter(([, open]) => open < Infinity),
    ),
  };
}
