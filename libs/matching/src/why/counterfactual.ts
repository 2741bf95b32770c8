import { normalise, type NormalizedMarket } from '../normalized/normalized-market.js';
import type { MostOf } from '../solve/most-in-units.js';
import { mostQuantity } from '../solve/solve.js';
import type { Counterfactual } from './context.js';

/** Solves changed markets for quantity alone; each change once. */
export function counterfactuals(normal: NormalizedMarket, quantity: number, most: MostOf): Counterfactual {
  const known = new Map<string, number>();
  return (key, change) => {
    let gain = known.get(key);
    if (gain === undefined) known.set(key, (gain = Math.max(0, most(change(normal)) - quantity)));
    return gain;
  };
}

/**
 * What could be sold had nothing been promised: promises count as new lines and their quota as given back. A promise
 * under a row that no longer serves stays one. Null when nothing is promised.
 */
export function withoutPromises(normal: NormalizedMarket): number | null {
  const back = new Map<string, number>();
  const lines = normal.lines.map((line, j) => {
    const row = normal.pin[j] ?? -1;
    const term = normal.terms[row];
    if (line.promised === 0 || term === undefined || normal.pins.serving[row] !== 1) return line;
    back.set(term.id, (back.get(term.id) ?? 0) + line.promised);
    return { ...line, promised: 0, term: term.id };
  });
  if (back.size === 0) return null;
  const terms = normal.terms.map((term) => {
    const given = back.get(term.id) ?? 0;
    const quota = Math.min(Number.MAX_SAFE_INTEGER, term.quota + given);
    // What is reserved is stated beside the promises, like the quota.
    return { ...term, quota, ...(term.reserved === undefined ? {} : { reserved: term.reserved + given }) };
  });
  return mostQuantity(normalise({ ...normal.market, terms, lines }));
}
