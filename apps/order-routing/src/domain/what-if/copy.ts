import { ChangeSet } from '../ledger/change-set.js';
import type { MarketState } from '../ledger/market-state.js';
import { Market } from '../market.js';

/** A copy of a market that nobody keeps, brought to an instant. */
export interface Copy {
  readonly market: Market;
  readonly state: MarketState;
  readonly at: Date;
}

/**
 * @param state a copy: it is changed
 * @param now by the business clock; what is due by then comes first
 */
export function copyAt(state: MarketState, now: Date): Copy {
  const market = new Market(state);
  for (let due = state.timers.next(now); due; due = state.timers.next(now)) {
    const { kind, subject } = due;
    market.apply({ kind: 'time', payload: { kind, subject } }, market.instantFor(due.at), new ChangeSet());
  }
  return { market, state, at: market.instantFor(now) };
}
