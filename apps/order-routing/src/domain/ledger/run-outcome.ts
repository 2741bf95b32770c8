import type { Market } from '#matching/format/market.js';
import type { MatchingResult } from '#matching/format/result.js';
import type { DecisionContext } from './decision-context.js';
import type { AnyReason } from './reason.js';

/** Name of the algorithm in the record of a run; a change of its results changes it. */
export const ENGINE_VERSION = 'serap-matching-2';

/** What a run leaves of one lot: surplus = allocated + Σ unsold. */
export interface LotOutcome {
  readonly lotId: string;
  /** Number of runs that have judged the lot, this one included. */
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

/** Records a run, published or failed. */
export function recordRun(context: DecisionContext, run: RunOutcome): void {
  context.changes.runs.push(run);
}
