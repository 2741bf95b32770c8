import { CERTIFICATE_RULES, type CertificateRule } from '#kernel/certificate-rules.js';
import type { Policy } from '#matching/format/market.js';
import type { DecisionContext } from './decision-context.js';
import { scheduleCutOff } from './timers.js';

/** How an office wants its market bound; shown with every run. */
export interface OfficePolicy extends Policy {
  readonly expiryBucketDays: number;
  /** Local time of the origin, HH:MM, at which each day's promises are bound; null: only by bindBy and on demand. */
  readonly cutOff: string | null;
  /** Which certificates the law asks for, and when; absent: as shipped. */
  readonly certificateRules?: readonly CertificateRule[];
}

export function certificateRules({ certificateRules: own }: OfficePolicy): readonly CertificateRule[] {
  return own ?? CERTIFICATE_RULES;
}

/** Where none was set: freight alone counts, producers inside a 5 % tier are equals, bound daily at 17:00 (docs/rules.md). */
export const DEFAULT_POLICY: OfficePolicy = {
  priceObjective: 'freight-only',
  priceTierPercent: 5,
  fairness: 'max-min',
  expiryBucketDays: 30,
  cutOff: '17:00',
};

/** The table of certificates stays as it is where the new policy has none. */
export function setPolicy(context: DecisionContext, policy: OfficePolicy): void {
  const rules = policy.certificateRules ?? context.state.policy.certificateRules;
  context.state.policy = { ...policy, ...(rules ? { certificateRules: rules } : {}) };
  context.changes.policy = true;
  scheduleCutOff(context);
}
