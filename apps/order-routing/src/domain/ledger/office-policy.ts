import type { Policy } from '#matching/format/market.js';
import type { DecisionContext } from './decision-context.js';
import { scheduleCutOff } from './timers.js';

/** How an office wants its market bound; shown with every run. */
export interface OfficePolicy extends Policy {
  readonly expiryBucketDays: number;
  /** Local time of the origin, HH:MM, at which each day's promises are bound; null: only by bindBy and on demand. */
  readonly cutOff: string | null;
}

/** Where none was set: freight alone counts, producers inside a 5 % tier are equals, bound daily at 17:00 (docs/rules.md). */
export const DEFAULT_POLICY: OfficePolicy = {
  priceObjective: 'freight-only',
  priceTierPercent: 5,
  fairness: 'max-min',
  expiryBucketDays: 30,
  cutOff: '17:00',
};

export function setPolicy(context: DecisionContext, policy: OfficePolicy): void {
  context.state.policy = policy;
  context.changes.policy = true;
  scheduleCutOff(context);
}
