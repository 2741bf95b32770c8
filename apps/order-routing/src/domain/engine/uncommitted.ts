import { uncommitted } from '#matching/uncommitted.js';
import type { DecisionContext } from '../ledger/decision-context.js';
import type { Lot } from '../ledger/lot.js';
import { toMatchingMarket } from './matching-market.js';

/**
 * How much of a lot's free stock no promise needs, up to `wanted`: its producer stands in line behind every promise, and
 * earlier promises are re-arranged for it as for any buyer.
 *
 * @param context with promises that the free stock can serve
 */
export function uncommittedQuantity({ state, at }: DecisionContext, lot: Lot, wanted: number): number {
  if (lot.free === 0) return 0;
  return uncommitted(toMatchingMarket(state, at), lot.id, Math.min(wanted, lot.free));
}
