import type { DecisionContext } from './decision-context.js';

/** What became of a request about a lot: of `asked` base units, `granted` were withdrawn or written off. */
export interface LotRequestOutcome {
  readonly requestId: string;
  readonly lotId: string;
  readonly asked: number;
  readonly granted: number;
  /** Of one for all or nothing that got nothing: what could have been had. */
  readonly available?: number;
}

export function recordLotRequest({ changes }: DecisionContext, outcome: LotRequestOutcome): void {
  changes.lotRequests.push(outcome);
}
