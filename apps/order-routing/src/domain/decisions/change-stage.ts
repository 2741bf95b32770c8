import { setAgreement, type Agreement } from '../ledger/agreement.js';
import { releaseEndedAgreement } from '../ledger/agreement-end.js';
import { REPROMISE, type Decision } from './decision.js';

export interface AgreementStage {
  readonly agreementId: string;
  readonly partner: string;
  readonly stage: string;
  readonly edition: number;
  /** ISO instants. */
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  /** Older inputs do not say it. */
  readonly signedOn?: string;
}

/** An agreement moved to another stage, or its dates are known now. */
export const changeStage = {
  apply(context, { agreementId, partner, stage, edition, effectiveFrom, effectiveTo, signedOn = null }) {
    const agreement: Agreement = {
      id: agreementId,
      partner,
      stage,
      edition,
      effectiveFrom: effectiveFrom === null ? null : new Date(effectiveFrom),
      effectiveTo: effectiveTo === null ? null : new Date(effectiveTo),
      signedOn,
    };
    setAgreement(context, agreement);
    releaseEndedAgreement(context, agreementId);
    return REPROMISE;
  },
} satisfies Decision<AgreementStage>;
