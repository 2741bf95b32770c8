import { ArrayMinSize, IsArray, IsIn, Matches, ValidateIf } from 'class-validator';
import type { CertificateRule } from '#kernel/certificate-rules.js';
import {
  CERTIFICATE_KINDS,
  type CertificateKind,
  PACKS,
  type Packs,
  UMKM_CLASSES,
  type UmkmClass,
  USES,
  type Use,
} from '#kernel/states.js';
import { saying } from '#platform/http/field-rules.js';
import { IsCalendarDate, IsText, IsWhole, ListOf, MayBeAbsent } from '#platform/http/shapes.js';
import type { OfficePolicy } from '../domain/ledger/office-policy.js';

/** When goods may be sold only with a certificate. */
export class CertificateRuleDto implements CertificateRule {
  @Matches(/^[a-z0-9-]{1,60}$/, saying('rule-id')) id: string;
  /** One of them is enough. */
  @IsArray() @ArrayMinSize(1) @IsIn(CERTIFICATE_KINDS, { each: true }) kinds: CertificateKind[];
  /** Products for which the law names one of these. */
  @IsArray() @ArrayMinSize(1) @IsIn(CERTIFICATE_KINDS, { each: true }) products: CertificateKind[];
  @IsArray() @ArrayMinSize(1) @IsIn(PACKS, { each: true }) packs: Packs[];
  @IsArray() @ArrayMinSize(1) @IsIn(USES, { each: true }) uses: Use[];
  @IsArray() @ArrayMinSize(1) @IsIn(UMKM_CLASSES, { each: true }) makers: UmkmClass[];
  /** First day on which it binds; null: always did. */
  @ValidateIf((_, value) => value !== null)
  @IsCalendarDate()
  from: string | null;
  /** The law that it stands on. */
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
}
