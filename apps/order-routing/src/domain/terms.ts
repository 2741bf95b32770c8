import type { Decision } from './changes.js';
import { scheduleAgreement } from './dues.js';
import { hasEnded, isSuspended } from './in-force.js';
import type { AgreementStage, TermsRow } from './inputs.js';
import { touchOrder } from './promising.js';
import { resizeCells } from './quota-cells.js';
import { reducePromise, releaseLine } from './releasing.js';
import { scheduleRelease } from './shares.js';
import type { Term } from './state.js';

/** An agreement moved to another stage, or its dates are known now. */
export function changeStage(decision: Decision, stage: AgreementStage): void {
  const { state, changes, at } = decision;
  const agreement = {
    id: stage.agreementId,
    partner: stage.partner,
    stage: stage.stage,
    edition: stage.edition,
    effectiveFrom: stage.effectiveFrom === null ? null : new Date(stage.effectiveFrom),
    effectiveTo: stage.effectiveTo === null ? null : new Date(stage.effectiveTo),
  };
  state.agreements.set(agreement.id, agreement);
  changes.agreements.add(agreement.id);
  scheduleAgreement(decision, agreement);
  if (hasEnded(agreement, at)) endAgreement(decision, agreement.id);
}

/** A terms row is new, changed by an addendum, or removed. A promise keeps the row that it is pinned to. */
export function changeTerms(decision: Decision, row: TermsRow): void {
  const term: Term = { reserved: 0, releaseHour: 0, minimumPrice: null, maximumPrice: null, ...row };
  decision.state.terms.set(term.id, term);
  decision.changes.terms.add(term.id);
  resizeCells(decision, term);
  scheduleRelease(decision, term);
}

/** What is promised or bound under an agreement that has ended, and not dispatched, is released with the reason. */
export function endAgreement(decision: Decision, agreementId: string): void {
  const { state, at } = decision;
  const agreement = state.agreements.get(agreementId);
  // A due row of an older edition: the dates may have moved since.
  if (!agreement || !hasEnded(agreement, at)) return;
  for (const line of state.lines.values()) {
    const term = line.termId === null ? undefined : state.terms.get(line.termId);
    if (term?.agreementId !== agreementId || line.promised === 0) continue;
    releaseLine(decision, line, 'AGREEMENT_NOT_IN_FORCE');
    touchOrder(decision, line.orderId);
  }
}

/** A suspended agreement keeps its promises until they would have to leave; then they are released. */
export function releaseIfSuspended(decision: Decision, lineId: string): void {
  const { state, at } = decision;
  const line = state.lines.get(lineId);
  const term = line?.termId == null ? undefined : state.terms.get(line.termId);
  const agreement = term && state.agreements.get(term.agreementId);
  if (!line || !agreement || !isSuspended(agreement, at)) return;
  reducePromise(decision, line, line.promised - line.allocated, 'AGREEMENT_SUSPENDED');
  touchOrder(decision, line.orderId);
}
