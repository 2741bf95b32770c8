import type { Reason } from '../format/result.js';
import { gate, type Context } from './context.js';

/** Units that only their size keeps from the line: a least quantity that is not reached, or less than a sack. */
export function unitReasons(
  { solution: { normal }, leftOut }: Context,
  j: number,
  quantity: number,
  lost: number,
): Reason[] {
  const line = normal.lines[j];
  if (line === undefined) return [];
  const gain = leftOut.gains.get(j);
  if (gain !== undefined) {
    const lacking = (leftOut.least.get(j) ?? 0) - gain;
    const reason = gate('BELOW_MINIMUM_LOT', quantity, [line.id], gain, gain < quantity ? ['NO_SURPLUS'] : []);
    return [{ ...reason, relaxBy: Math.max(0, lacking) }];
  }
  const sack = normal.sacks[normal.lineProduct[j] ?? 0] ?? 1;
  const crumbs = Math.min(quantity, (line.quantity - line.promised) % sack);
  return crumbs > 0
    ? [{ ...gate('UNIT_INDIVISIBLE', crumbs, [line.product], Math.min(crumbs, lost)), relaxBy: sack - crumbs }]
    : [];
}
