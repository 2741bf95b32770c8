import type { Market } from '#matching/market.js';
import type { MatchingResult } from '#matching/result.js';
import type { AnyReason } from './state.js';

/** What a run leaves of one lot: surplus = allocated + Σ unsold. */
export interface LotOutcome {
  readonly lotId: string;
  /** The how-manieth run this is that judges the lot, from 1. */
  readonly ordinal: number;
  readonly surplus: number;
  readonly allocated: number;
  readonly unsold: readonly AnyReason[];
}

export interface RunOutcome {
  readonly id: string;
  readonly journal: number;
  readonly at: Date;
  readonly outcome: 'published' | 'failed';
  /** Why the result was not published: the verifier's words, or the engine's. */
  readonly faults: readonly string[];
  readonly policy: Market['policy'];
  readonly totals: MatchingResult['totals'] | null;
  readonly proof: MatchingResult['proof'] | null;
  readonly lots: readonly LotOutcome[];
  readonly lines: number;
  readonly allocations: number;
}
