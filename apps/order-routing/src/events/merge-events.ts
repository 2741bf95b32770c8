import type { MarketState } from '../domain/ledger/market-state.js';
import type { MergeOutcome } from '../domain/ledger/merged.js';
import { draft, type Draft } from './draft.js';

/** What became of a merge that was asked for. */
export function mergeDecided({ origin }: MarketState, { mergeId, duplicateId, keepId, fault }: MergeOutcome): Draft {
  const outcome =
    fault === undefined ? ({ outcome: 'done' } as const) : ({ outcome: 'refused', reason: fault } as const);
  return draft(1, {
    type: 'serap.allocation.merge-decided.v1',
    subject: `merge:${mergeId}`,
    key: origin,
    data: { mergeId, origin, duplicateId, keepId, ...outcome },
  });
}
