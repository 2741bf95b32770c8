import type { Market, Term } from './format/market.js';
import { normalise } from './normalized/normalized-market.js';
import { mostQuantity } from './solve/solve.js';

/** One thing changed by so much, and what the market would sell more; confirmed by solving the changed market. */
export interface Sensitivity {
  change: 'quota' | 'certificate' | 'price-ceiling' | 'shelf-life';
  /** Terms row, line, or `kind:product` for a certificate given to every lot of the product. */
  id: string;
  by: number;
  gain: number;
}

export interface Steps {
  /** Units of quota, for every row. */
  quota: number;
  /** Rupiah of ceiling (and of the maximum of rows that list the product) and days of life, for all lines of a product. */
  price: number;
  lifeDays: number;
}

/**
 * What one more of each thing would sell: quota of each row, each certificate for all lots of a product, a higher
 * ceiling or less life for all lines of a product. Cost: one solve for quantity a change, rows + products × (kinds + 2).
 * @returns changes that sell something, largest gain first
 */
export function sensitivity(market: Market, steps: Steps): Sensitivity[] {
  const { kept } = normalise(market);
  const base = mostQuantity(normalise(market, kept));
  const found: Sensitivity[] = [];
  const tryIt = (change: Sensitivity['change'], id: string, by: number, changed: Partial<Market>): void => {
    const gain = mostQuantity(normalise({ ...market, ...changed }, kept)) - base;
    if (gain > 0) found.push({ change, id, by, gain });
  };
  for (const row of market.terms) {
    const raised = market.terms.map((term) =>
      term.id === row.id ? { ...term, quota: term.quota + steps.quota } : term,
    );
    tryIt('quota', row.id, steps.quota, { terms: raised });
  }
  for (const product of new Set(market.lines.map((line) => line.product))) {
    const wanted = new Set([...market.lines, ...market.terms].flatMap((record) => record.certificates));
    for (const kind of wanted) {
      const lots = market.lots.map((lot) =>
        lot.product === product ? { ...lot, certificates: [...lot.certificates, kind] } : lot,
      );
      tryIt('certificate', `${kind}:${product}`, 1, { lots });
    }
    const lines = (change: (line: Market['lines'][number]) => Market['lines'][number]): Market['lines'] =>
      market.lines.map((line) => (line.product === product ? change(line) : line));
    tryIt('price-ceiling', product, steps.price, {
      terms: market.terms.map((term) => (term.products.includes(product) ? withMaximum(term, steps.price) : term)),
      lines: lines((line) => ({
        ...line,
        maxLandedPrice: line.maxLandedPrice === null ? null : line.maxLandedPrice + steps.price,
      })),
    });
    tryIt('shelf-life', product, steps.lifeDays, {
      lines: lines((line) => ({ ...line, minLifeDays: Math.max(0, line.minLifeDays - steps.lifeDays) })),
    });
  }
  return found.sort(
    (a, b) => b.gain - a.gain || (a.change < b.change ? -1 : a.change > b.change ? 1 : a.id < b.id ? -1 : 1),
  );
}

function withMaximum(term: Term, by: number): Term {
  const { priceBand: band } = term;
  return band === undefined ? term : { ...term, priceBand: { ...band, maximum: band.maximum + by } };
}
