import { IsIn, Matches, ValidateIf } from 'class-validator';
import { saying } from '#platform/http/field-rules.js';
import { IsWhole } from '#platform/http/shapes.js';
import type { OfficePolicy } from '../domain/ledger/office-policy.js';

/** The whole policy: what is left out would be somebody's guess. */
export class PolicyDto implements OfficePolicy {
  /** `freight-only`: all lots under the ceiling are equals. `landed`: cheaper lots first. */
  @IsIn(['freight-only', 'landed']) priceObjective: 'freight-only' | 'landed';
  /** Producers inside a tier of this width are equals; 0: exact prices. */
  @IsWhole(0, 100) priceTierPercent: number;
  @IsIn(['max-min', 'proportional', 'none']) fairness: 'max-min' | 'proportional' | 'none';
  /** Lots whose expiry falls into the same bucket are equals; 0: exact dates. */
  @IsWhole(0, 3_650) expiryBucketDays: number;
  /** HH:MM at the origin; null: no daily cut-off. */
  @ValidateIf((_, value) => value !== null)
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, saying('time'))
  cutOff: string | null;
}
