import type { MergeFault } from '#kernel/states.js';
import type { DecisionContext } from './decision-context.js';
import type { MarketState } from './market-state.js';

/** Two registrations of one producer that an officer has found to be one. */
export interface Merge {
  readonly mergeId: string;
  readonly duplicateId: string;
  readonly keepId: string;
}

/** What became of it; without a fault it is done. */
export interface MergeOutcome extends Merge {
  readonly fault?: MergeFault;
  /** It was done before, and is told once more. */
  readonly again?: boolean;
}

/** Who a producer is now: itself, or the one that it was merged into. */
export function nowOf({ merged }: Pick<MarketState, 'merged'>, producerId: string): string {
  return merged.get(producerId) ?? producerId;
}

/** From now on the one goes by the id of the other, and so does whoever was merged into it before. */
export function rememberMerge({ state }: DecisionContext, { duplicateId, keepId }: Merge): void {
  for (const [id, into] of state.merged) if (into === duplicateId) state.merged.set(id, keepId);
  state.merged.set(duplicateId, keepId);
}

/** Who refused goods for a line is not asked again under another name. */
export function giveRefusals({ state }: DecisionContext, { duplicateId, keepId }: Merge): void {
  for (const [lineId, sellers] of state.refusals) {
    if (!sellers.includes(duplicateId)) continue;
    const others = sellers.filter((id) => id !== duplicateId);
    state.refusals.set(lineId, [...new Set([...others, keepId])].sort());
  }
}

export function recordMerge({ changes }: DecisionContext, outcome: MergeOutcome): void {
  changes.merges.push(outcome);
}
