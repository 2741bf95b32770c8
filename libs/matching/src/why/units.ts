import { floorOf } from '../normalized/normalized-market.js';
import type { Reason } from '../format/result.js';
import { gate, type Context } from './context.js';

/** What sacks and least quantities cost: lines that were emptied, with what they had; units lost in all. */
export interface Loss {
  emptied: ReadonlyMap<number, number>;
  lost: number;
}

/** Units that only their size keeps from the line: a least quantity that is not reached, or less than a sack. */
export function unitReasons(
  { solution: { normal } }: Context,
  j: number,
  quantity: number,
  { emptied, lost }: Loss,
): Reason[] {
  const line = normal.lines[j];
  if (line === undefined) return [];
  const had = emptied.get(j);
  if (had !== undefined) {
    const reason = gate('BELOW_MINIMUM_LOT', quantity, [line.id], Math.min(had, lost));
    return [{ ...reason, relaxBy: Math.max(0, floorOf(normal, j) - had - line.promised) }];
  }
  const sack = normal.sacks[normal.lineProduct[j] ?? 0] ?? 1;
  const crumbs = Math.min(quantity, (line.quantity - line.promised) % sack);
  return crumbs > 0
    ? [{ ...gate('UNIT_INDIVISIBLE', crumbs, [line.product], Math.min(crumbs, lost)), relaxBy: sack - crumbs }]
    : [];
}
