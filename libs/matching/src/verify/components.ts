import type { CutElement } from '../format/result.js';
import type { Facts } from './facts.js';

/** Parts of a market that no unit can cross: products that share a terms row are in one. */
export interface Components {
  ofProduct: Int32Array;
  /** −1 for a row that nothing here belongs to. */
  ofRow: Int32Array;
  count: number;
}

export function componentsOf(facts: Facts): Components {
  const { terms, lines, lineTerm, lineProduct, products } = facts;
  const up = Int32Array.from({ length: products }, (_, product) => product);
  const rootOf = (product: number): number => {
    let at = product;
    for (let above = up[at]; above !== undefined && above !== at; above = up[at]) at = above;
    return at;
  };
  const firstOf = new Int32Array(terms.length).fill(-1);
  const join = (row: number, product: number): void => {
    const first = firstOf[row] ?? -1;
    if (first < 0) {
      firstOf[row] = product;
    } else {
      up[rootOf(product)] = rootOf(first);
    }
  };
  terms.forEach((term, row) => {
    for (const product of term.products) {
      const number = facts.numberOf(product);
      if (number >= 0) join(row, number);
    }
  });
  // A row that promised a product may have ceased to list it.
  lines.forEach((_, j) => {
    const row = lineTerm[j] ?? -1;
    if (row >= 0) join(row, lineProduct[j] ?? 0);
  });
  const ofProduct = up.map((_, product) => rootOf(product));
  return { ofProduct, ofRow: firstOf.map((product) => (product < 0 ? -1 : rootOf(product))), count: products };
}

/** The component that an element of a cut lies in, −1 for none. */
export function componentOf(facts: Facts, { ofProduct, ofRow }: Components, { kind, id }: CutElement): number {
  switch (kind) {
    case 'quota':
    case 'reserve':
      return ofRow[facts.findTerm.at(id)] ?? -1;
    case 'lot':
      return ofProduct[facts.lotProduct[facts.findLot.at(id)] ?? -1] ?? -1;
    case 'open':
      return ofProduct[facts.numberOf(id)] ?? -1;
    default:
      return ofProduct[facts.lineProduct[facts.findLine.at(id)] ?? -1] ?? -1;
  }
}
