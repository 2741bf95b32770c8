import type { MergeFault } from '#kernel/states.js';
import { giveShares } from '../ledger/allocation.js';
import { giveBalances } from '../ledger/fairness-balance.js';
import { isOnHand } from '../ledger/lot.js';
import { giveLot } from '../ledger/lot-merge.js';
import type { MarketState } from '../ledger/market-state.js';
import { giveRefusals, nowOf, recordMerge, rememberMerge, type Merge } from '../ledger/merged.js';
import { REPROMISE, type Decision } from './decision.js';

/**
 * Two registrations are one producer: lots, contributions, shares, turns and refusals of the duplicate are those of the one
 * that stays, with what both gave to one lot added up. Promises, allocations and balances stay as they are. What the market
 * has let go of (goods that have left, earnings, payouts) follows in its tables.
 */
export const mergeProducers = {
  apply(context, merge) {
    const { state } = context;
    const again = state.merged.get(merge.duplicateId) === merge.keepId;
    const fault = again ? undefined : faultOf(state, merge);
    recordMerge(context, { ...merge, ...(fault ? { fault } : {}), ...(again ? { again } : {}) });
    if (again || fault) return 'nothing';
    for (const lot of state.lots.values()) giveLot(context, lot, merge);
    giveShares(context, merge);
    giveBalances(context, merge);
    giveRefusals(context, merge);
    rememberMerge(context, merge);
    // What both gave to one lot holds what either was certified for, and may serve who waited for it.
    return REPROMISE;
  },
} satisfies Decision<Merge>;

/** Why it cannot be right. A producer that has nothing here is as good as any: nothing moves. */
function faultOf(state: MarketState, { duplicateId, keepId }: Merge): MergeFault | undefined {
  if (duplicateId === keepId) return 'SAME';
  if (nowOf(state, duplicateId) !== duplicateId) return 'MERGED_ALREADY';
  if (nowOf(state, keepId) !== keepId) return 'KEPT_WAS_MERGED';
  const [one, other] = [standingOf(state, duplicateId), standingOf(state, keepId)];
  return one !== undefined && other !== undefined && one !== other ? 'ONE_SUSPENDED' : undefined;
}

/** Whether its goods in store are kept out of sale for its standing; undefined: it has none there. */
function standingOf(state: MarketState, producerId: string): boolean | undefined {
  let found: boolean | undefined;
  for (const lot of state.lots.values()) {
    const isIts = lot.sellerId === producerId || lot.contributions.some((part) => part.producerId === producerId);
    if (!isIts || !isOnHand(lot)) continue;
    if (lot.suspended.includes(producerId)) return true;
    found = false;
  }
  return found;
}
