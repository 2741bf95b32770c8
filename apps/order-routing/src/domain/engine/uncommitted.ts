import { uncommitted } from '#matching/uncommitted.js';
import type { DecisionContext } from '../ledger/decision-context.js';
import type { Contribution, Lot } from '../ledger/lot.js';
import { lotGroups } from './engine-lots.js';
import { Law } from './law.js';
import { toMatchingMarket } from './matching-market.js';

/** Goods of some contributors of a lot that hold the same certificates. */
export interface Uncommitted {
  readonly quantity: number;
  readonly parts: readonly Contribution[];
}

/**
 * How much of a lot's free stock no promise needs, up to `wanted`: its producer stands in line behind every promise, and
 * earlier promises are re-arranged for it as for any buyer. What one group gives is gone when the next is asked.
 *
 * @param context with promises that the free stock can serve
 * @param parts whose goods are wanted back
 */
export function uncommittedGoods(
  { state, at }: DecisionContext,
  lot: Lot,
  parts: readonly Contribution[],
  wanted: number,
): Uncommitted[] {
  let market = toMatchingMarket(state, at);
  let left = wanted;
  const found: Uncommitted[] = [];
  for (const group of lotGroups(state, lot, new Law(state, at))) {
    const own = group.parts.filter((part) => parts.includes(part));
    const free = own.reduce((sum, part) => sum + part.free, 0);
    if (left === 0 || free === 0) continue;
    const quantity = Math.min(free, uncommitted(market, group.id, Math.min(left, free)));
    if (quantity === 0) continue;
    left -= quantity;
    found.push({ quantity, parts: own });
    const lots = market.lots.map((each) => {
      if (each.id !== group.id) return each;
      const { contributions: _, ...rest } = each;
      return { ...rest, quantity: each.quantity - quantity };
    });
    market = { ...market, lots: lots.filter((each) => each.quantity > 0) };
  }
  return found;
}
