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
import { IsCalendarDate, IsText } from '#platform/http/shapes.js';

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
