import type { Market as MatchingMarket } from '#matching/format/market.js';
import type { MatchingResult } from '#matching/format/result.js';
import type { DecisionContext } from '../ledger/decision-context.js';
import { addToBalance, balanceKey } from '../ledger/fairness-balance.js';
import type { MarketState } from '../ledger/market-state.js';

/**
 * What the engine is told of earlier runs: units that each producer is behind its fair part (negative: ahead). A producer
 * with free stock of several commodities gets none, because the engine's list has no unit.
 */
export function fairnessBalances(state: MarketState): Record<string, number> {
  const behind = new Map<string, number>();
  const several = new Set<string>();
  for (const lot of state.lots.values()) {
    if (lot.free === 0) continue;
    for (const part of lot.contributions) {
      const units = state.fairnessBalances.get(balanceKey(lot.commodity, part.producerId));
      if (units === undefined) continue;
      const known = behind.get(part.producerId);
      if (known !== undefined && known !== units) several.add(part.producerId);
      behind.set(part.producerId, units);
    }
  }
  for (const producer of several) behind.delete(producer);
  return Object.fromEntries(behind);
}

interface Holder {
  surplus: number;
  sold: number;
}

/**
 * Carries over what a run could not share out: a producer passed over this week comes first next week.
 *
 * The fair part of a producer is what the run's whole sale of the commodity would have given it, had every lot suited
 * every line: equal kilograms up to its own surplus (`max-min`), or the same share of its surplus (`proportional`).
 *
 * The sum over a commodity stays 0 but for the rounding of each part down.
 */
export function carryOverFairness(context: DecisionContext, market: MatchingMarket, result: MatchingResult): void {
  if (market.policy.fairness === 'none') return;
  for (const [commodity, holders] of holdersByCommodity(market, result)) {
    const entitled = entitlements([...holders.values()], market.policy.fairness);
    let index = 0;
    for (const [producer, { sold }] of holders) {
      const behind = (entitled[index++] ?? 0) - sold;
      if (behind !== 0) addToBalance(context, balanceKey(commodity, producer), behind);
    }
  }
}

function holdersByCommodity(market: MatchingMarket, result: MatchingResult): Map<string, Map<string, Holder>> {
  const commodities = new Map<string, Map<string, Holder>>();
  const lots = new Map(market.lots.map((lot) => [lot.id, lot]));
  const holder = (product: string, producer: string): Holder => {
    const holders = commodities.get(product) ?? new Map<string, Holder>();
    commodities.set(product, holders);
    const found = holders.get(producer) ?? { surplus: 0, sold: 0 };
    holders.set(producer, found);
    return found;
  };
  for (const lot of market.lots) {
    const parts = lot.contributions ?? [{ producer: lot.producer, quantity: lot.quantity }];
    for (const { producer, quantity } of parts) holder(lot.product, producer).surplus += quantity;
  }
  for (const allocation of result.allocations) {
    const lot = lots.get(allocation.lot);
    if (!lot || allocation.frozen === true) continue;
    const shares = allocation.shares ?? [{ producer: lot.producer, quantity: allocation.quantity }];
    for (const { producer, quantity } of shares) holder(lot.product, producer).sold += quantity;
  }
  return commodities;
}

/** Parts of the whole sale, each rounded down to a unit, in the order of `holders`. */
function entitlements(holders: readonly Holder[], fairness: 'max-min' | 'proportional'): number[] {
  const sold = holders.reduce((total, holder) => total + holder.sold, 0);
  const surplus = holders.reduce((total, holder) => total + holder.surplus, 0);
  if (fairness === 'proportional') {
    return holders.map((holder) => Number((BigInt(holder.surplus) * BigInt(sold)) / BigInt(surplus)));
  }
  const rising = holders.map((holder) => holder.surplus).sort((a, b) => a - b);
  let left = sold;
  let level = 0;
  for (const [index, own] of rising.entries()) {
    const even = Math.floor(left / (rising.length - index));
    level = Math.min(own, even);
    if (own > even) return holders.map((holder) => Math.min(holder.surplus, even));
    left -= own;
  }
  return holders.map((holder) => Math.min(holder.surplus, level));
}
