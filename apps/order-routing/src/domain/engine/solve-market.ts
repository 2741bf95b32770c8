import { bind } from '#matching/bind.js';
import type { Market } from '#matching/format/market.js';
import type { MatchingResult } from '#matching/format/result.js';
import { verify } from '#matching/verify/verify.js';
import type { MarketState } from '../ledger/market-state.js';
import { sparingRefusers } from './asked-before.js';
import { toMatchingMarket } from './matching-market.js';

/** A market as the engine was told it, with what it found, or with why that is not believed. */
export type Solved = { readonly market: Market } & (
  { readonly result: MatchingResult } | { readonly faults: readonly string[] }
);

/** What a run at this instant would find. Changes nothing. */
export function solveMarket(state: MarketState, at: Date): Solved {
  const market = sparingRefusers(state, toMatchingMarket(state, at));
  try {
    const result = bind(market);
    const { verified, faults } = verify(market, result);
    return verified ? { market, result } : { market, faults };
  } catch (error) {
    // The same market would fail again.
    return { market, faults: [error instanceof Error ? error.message : String(error)] };
  }
}
