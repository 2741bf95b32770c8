import { CERTIFICATE_RULES, type CertificateRule } from '#kernel/certificate-rules.js';
import type { Policy } from '#matching/format/market.js';
import type { DecisionContext } from './decision-context.js';
import { PAPER_RULES, type PaperRule } from './paper-rules.js';
import { scheduleCutOff } from './timers.js';

/** How an office wants its market bound; shown with every run. */
export interface OfficePolicy extends Policy {
  readonly expiryBucketDays: number;
  /** Local time of the origin, HH:MM, at which each day's promises are bound; null: only by bindBy and on demand. */
  readonly cutOff: string | null;
  /** Which certificates the law asks for, and when; absent: as shipped. */
  readonly certificateRules?: readonly CertificateRule[];
  /** Which papers go with goods, by their way; absent: as shipped. */
  readonly paperRules?: readonly PaperRule[];
  /** Rupiah that one officer may pay out at once; absent: PAYOUT_LIMIT. */
  readonly payoutLimit?: number;
}

/** Rupiah above which a payout needs a second officer, where an office says nothing else: an assumption. */
const PAYOUT_LIMIT = 50_000_000;

export function payoutLimit({ payoutLimit: own }: OfficePolicy): number {
  return own ?? PAYOUT_LIMIT;
}

export function certificateRules({ certificateRules: own }: OfficePolicy): readonly CertificateRule[] {
  return own ?? CERTIFICATE_RULES;
}

export function paperRules({ paperRules: own }: Pick<OfficePolicy, 'paperRules'>): readonly PaperRule[] {
  return own ?? PAPER_RULES;
}

/** Where none was set: freight alone counts, producers inside a 5 % tier are equals, bound daily at 17:00 (docs/rules.md). */
export const DEFAULT_POLICY: OfficePolicy = {
  priceObjective: 'freight-only',
  priceTierPercent: 5,
  fairness: 'max-min',
  expiryBucketDays: 30,
  cutOff: '17:00',
};

/** The tables of certificates and papers, and the limit of payouts, stay as they are where the new policy has none. */
export function setPolicy(context: DecisionContext, policy: OfficePolicy): void {
  const rules = policy.certificateRules ?? context.state.policy.certificateRules;
  const papers = policy.paperRules ?? context.state.policy.paperRules;
  const limit = policy.payoutLimit ?? context.state.policy.payoutLimit;
  context.state.policy = {
    ...policy,
    ...(rules ? { certificateRules: rules } : {}),
    ...(papers ? { paperRules: papers } : {}),
    ...(limit === undefined ? {} : { payoutLimit: limit }),
  };
  context.changes.policy = true;
  scheduleCutOff(context);
}
