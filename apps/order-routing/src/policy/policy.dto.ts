import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, Matches, ValidateIf } from 'class-validator';
import { saying } from '#platform/http/field-rules.js';
import { IsCalendarDate, IsCode, IsRegion, IsText, IsWhole, ListOf, MayBeAbsent } from '#platform/http/shapes.js';
import { MODES, type Leg } from '../domain/ledger/legs.js';
import type { OfficePolicy } from '../domain/ledger/office-policy.js';
import type { PaperRule } from '../domain/ledger/paper-rules.js';
import { CertificateRuleDto } from '../runtime/certificate-rule.dto.js';

/** When a paper goes with goods. */
export class PaperRuleDto implements PaperRule {
  @Matches(/^[a-z0-9-]{1,60}$/, saying('rule-id')) id: string;
  /** As the paper is called. */
  @IsText(100) title: string;
  /** It is asked for where any leg goes by one of these. */
  @IsArray() @ArrayMinSize(1) @IsIn(MODES, { each: true }) modes: Leg['mode'][];
  /** Regions that goods are delivered to, with all that lies in them; empty: any. */
  @IsArray() @ArrayMaxSize(100) @IsRegion({ each: true }) destinations: string[];
  /** Goods that it is of; empty: any. */
  @IsArray() @ArrayMaxSize(100) @IsCode({ each: true }) commodities: string[];
  /** First day on which it is asked for; null: always was. */
  @ValidateIf((_, value) => value !== null)
  @IsCalendarDate()
  from: string | null;
  /** What it stands on. */
  @IsText(200) basis: string;
}

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
  /** Which certificates the law asks for, and when; the whole table. Absent: as it is. */
  @MayBeAbsent() @ListOf(() => CertificateRuleDto, { max: 100 }) certificateRules?: CertificateRuleDto[];
  /** Which papers go with goods, by their way; the whole table. Absent: as it is. */
  @MayBeAbsent() @ListOf(() => PaperRuleDto, { max: 100 }) paperRules?: PaperRuleDto[];
  /** Rupiah above which a payout to contributors needs a second officer. Absent: as it is. */
  @MayBeAbsent() @IsWhole(0, Number.MAX_SAFE_INTEGER) payoutLimit?: number;
}
