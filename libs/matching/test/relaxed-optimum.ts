import type { Highs } from 'highs';
import { objection } from '../src/verify/facts.js';
import { milpOptimum } from './milp.js';
import { inTime, type Relaxed } from './relax.js';

/** What a relaxed market sells, in whole sacks and least quantities; shares and what is open to all are in whole sacks too. */
export function relaxedOptimum(highs: Highs, { market, kept, facts = inTime(market) }: Relaxed): number {
  const { lots, lines, terms, parcels = {} } = market;
  const whole = (units: number, product = ''): number => units - (units % (parcels[product] ?? 1));
  const pairs = lots.flatMap((_, lot) =>
    lines.flatMap((__, line) => (objection(facts, lot, line) === null ? [{ lot, line }] : [])),
  );
  return milpOptimum(highs, market, undefined, {
    pairs,
    rowOf: [...facts.lineTerm],
    takesNew: lines.map((_, j) => facts.lineServed[j] === 1),
    share: terms.map(({ id, products }) => whole(kept.share.get(id) ?? 0, products[0])),
    open: new Map([...kept.open].map(([product, units]) => [product, whole(units, product)])),
  }).quantity;
}
