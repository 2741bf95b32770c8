import { largestRemainder } from '#kernel/largest-remainder.js';
import type { Market } from '#matching/format/market.js';
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

/** What of one group is wanted back. */
interface Wanted {
  readonly id: string;
  readonly parts: readonly Contribution[];
  readonly free: number;
  given: number;
}

/**
 * How much of a lot's free stock no promise needs, up to `wanted`: its producer stands in line behind every promise, and
 * earlier promises are re-arranged for it as for any buyer. Each group gives in proportion to what it has free; what one
 * cannot give comes from the others. What one group gives is gone when the next is asked.
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
  const groups = lotGroups(state, lot, new Law(state, at))
    .map(({ id, parts: all }): Wanted => {
      const own = all.filter((part) => parts.includes(part));
      return { id, parts: own, free: own.reduce((sum, part) => sum + part.free, 0), given: 0 };
    })
    .filter(({ free }) => free > 0);
  const most = Math.min(
    wanted,
    groups.reduce((sum, { free }) => sum + free, 0),
  );
  if (most === 0) return [];
  const even = largestRemainder(
    most,
    groups.map(({ free }) => free),
  );
  let [market, left] = [toMatchingMarket(state, at), most];
  const take = (group: Wanted, quantity: number): void => {
    const given = quantity === 0 ? 0 : Math.min(quantity, uncommitted(market, group.id, quantity));
    group.given += given;
    left -= given;
    if (given > 0) market = without(market, group.id, given);
  };
  for (const [index, group] of groups.entries()) take(group, even[index] ?? 0);
  for (const group of groups) take(group, Math.min(left, group.free - group.given));
  return groups.filter(({ given }) => given > 0).map(({ given, parts: own }) => ({ quantity: given, parts: own }));
}

function without(market: Market, id: string, quantity: number): Market {
  const lots = market.lots.map((each) => {
    if (each.id !== id) return each;
    const { contributions: _, ...rest } = each;
    return { ...rest, quantity: each.quantity - quantity };
  });
  return { ...market, lots: lots.filter((each) => each.quantity > 0) };
}
