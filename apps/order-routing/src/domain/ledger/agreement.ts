import type { DecisionContext } from './decision-context.js';
import { setTimer } from './timers.js';

/** What a market knows of an agreement. */
export interface Agreement {
  readonly id: string;
  readonly partner: string;
  readonly stage: string;
  readonly edition: number;
  readonly effectiveFrom: Date | null;
  readonly effectiveTo: Date | null;
  /** Day of the origin; null before, and where nobody said it. */
  readonly signedOn: string | null;
}

/** Replaces what was known of it, and looks at it again on its first day and after its last. */
export function setAgreement(context: DecisionContext, agreement: Agreement): void {
  const { state, changes, at } = context;
  const { id, effectiveFrom, effectiveTo } = agreement;
  state.agreements.set(id, agreement);
  changes.agreements.add(id);
  if (effectiveFrom !== null && effectiveFrom > at) setTimer(context, 'agreement-starts', id, effectiveFrom);
  if (effectiveTo !== null && effectiveTo > at) setTimer(context, 'agreement-ends', id, effectiveTo);
}
