import { AGREEMENT_STAGES, type AgreementStage } from '#kernel/states.js';

export type Stage = AgreementStage;

/** Guards of steps; each is a rule of guards.ts. */
export type GuardName =
  | 'jointAgreementReview'
  | 'jointAgreement'
  | 'councilNeeded'
  | 'councilSettled'
  | 'signatories'
  | 'terms'
  | 'pksReview'
  | 'pks'
  | 'council';

export interface Transition {
  readonly from: Stage;
  readonly to: Stage;
  /** An officer takes the step, or the clock does when its instant comes. */
  readonly by: 'officer' | 'clock';
  readonly guards: readonly GuardName[];
}

function step(from: Stage, to: Stage, ...guards: GuardName[]): Transition {
  return { from, to, by: 'officer', guards };
}

function due(from: Stage, to: Stage): Transition {
  return { from, to, by: 'clock', guards: [] };
}

/**
 * Every legal step. What is not here is illegal: above all there is no way from a joint agreement ("MoU") to
 * `in-force` but through a signed PKS, and only the clock puts one into force.
 */
export const TRANSITIONS: readonly Transition[] = [
  step('preparation', 'offer'),
  step('offer', 'joint-agreement-drafting'),
  step('offer', 'declined'),
  step('offer', 'lapsed'),
  step('joint-agreement-drafting', 'joint-agreement-signed', 'jointAgreementReview', 'jointAgreement', 'signatories'),
  step('joint-agreement-signed', 'council-submitted', 'councilNeeded'),
  step('joint-agreement-signed', 'pks-drafting', 'councilSettled'),
  step('joint-agreement-signed', 'terminated'),
  step('council-submitted', 'council-approved', 'council'),
  step('council-submitted', 'council-rejected', 'council'),
  step('council-approved', 'pks-drafting'),
  // What the council (DPRD) rejects is drafted anew, signed anew, and submitted again.
  step('council-rejected', 'joint-agreement-drafting'),
  step('council-rejected', 'terminated'),
  step('pks-drafting', 'pks-signed', 'jointAgreement', 'signatories', 'terms', 'councilSettled', 'pksReview', 'pks'),
  step('pks-drafting', 'terminated'),
  due('pks-signed', 'in-force'),
  step('pks-signed', 'terminated'),
  step('in-force', 'suspended'),
  step('in-force', 'terminated'),
  due('in-force', 'expired'),
  due('in-force', 'terminated'),
  step('suspended', 'in-force'),
  step('suspended', 'terminated'),
  due('suspended', 'expired'),
  due('suspended', 'terminated'),
];

export function transition(from: Stage, to: Stage, by: Transition['by']): Transition | undefined {
  return TRANSITIONS.find((row) => row.from === from && row.to === to && row.by === by);
}

/** The steps that an officer may take from here. */
export function nextSteps(from: Stage): readonly Transition[] {
  return TRANSITIONS.filter((row) => row.from === from && row.by === 'officer');
}

/** Whether others are told of an agreement at this stage: from the signed joint agreement on. */
export function isPublic(stage: Stage): boolean {
  return (
    AGREEMENT_STAGES.indexOf(stage) >= AGREEMENT_STAGES.indexOf('joint-agreement-signed') &&
    stage !== 'declined' &&
    stage !== 'lapsed'
  );
}

/** Whether the quota table may still be written: once the PKS is signed only an addendum changes it. */
export function isDraft(stage: Stage): boolean {
  return AGREEMENT_STAGES.indexOf(stage) <= AGREEMENT_STAGES.indexOf('pks-drafting') && stage !== 'council-rejected';
}
