import type { DecisionContext } from './decision-context.js';
import { hasEnded } from './in-force.js';
import { updateOrderStatus } from './order.js';
import { releaseUndispatched } from './promise.js';

/**
 * What is promised or bound under an agreement that has ended, and not dispatched, is released with the reason. One that
 * has not ended loses nothing: a timer of an older edition may ask, after the dates have moved.
 */
export function releaseEndedAgreement(context: DecisionContext, agreementId: string): void {
  const { state, at } = context;
  const agreement = state.agreements.get(agreementId);
  if (!agreement || !hasEnded(agreement, at)) return;
  const under = (termId: string): boolean => state.term(termId).agreementId === agreementId;
  for (const line of state.lines.values()) {
    if (!line.takes.some((take) => under(take.termId))) continue;
    releaseUndispatched(context, line, { code: 'AGREEMENT_NOT_IN_FORCE', under });
    updateOrderStatus(context, line.orderId);
  }
}
