import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import {
  AGREEMENT_STAGES,
  type AgreementStage,
  QUOTA_KINDS,
  type QuotaKind,
  QUOTA_PERIODS,
  type QuotaPeriod,
} from '#kernel/states.js';
import { type BaseUnit, BASE_UNITS } from '#kernel/units.js';
import { IsCount, IsDate, IsId, IsInstant, IsRegionCode } from './shapes.js';

/**
 * An agreement moved to a stage; published from `joint-agreement-signed` on. Key: origin regency.
 * Owner: partnership-agreements. Subject: `agreement:<id>` (shared with AgreementTermsChanged).
 */
export class AgreementStageChanged {
  @IsId() agreementId: string;
  @IsRegionCode() origin: string;
  /** The partner region that signs. */
  @IsRegionCode() partner: string;
  @IsIn(AGREEMENT_STAGES) stage: AgreementStage;
  /** Edition of the PKS: 1, and one more with each addendum. */
  @IsInt() @Min(1) edition: number;
  /** First instant in force; absent before the PKS is signed. */
  @IsOptional() @IsInstant() effectiveFrom?: string;
  /** First instant no longer in force: the origin's local midnight after the last day. */
  @IsOptional() @IsInstant() effectiveTo?: string;
  /** Day of the origin on which the PKS was signed: its regions are meant by the list of that day. Absent before, and where nobody said it. */
  @IsOptional() @IsDate() signedOn?: string;
  /** Last day, at the origin, for the first periodic report that has not been submitted; absent: none is owed. */
  @IsOptional() @IsDate() reportDueOn?: string;
}

/** One terms row of an agreement, as it now stands. Key: origin regency. Owner: partnership-agreements. Subject: `agreement:<id>`. */
export class AgreementTermsChanged {
  @IsId() agreementId: string;
  @IsId() termId: string;
  @IsRegionCode() origin: string;
  @IsRegionCode() partner: string;
  /** Region that the row covers, itself and all below it. */
  @IsRegionCode() destination: string;
  @IsInt() @Min(1) edition: number;
  @IsId() commodity: string;
  @IsIn(BASE_UNITS) unit: BaseUnit;
  /** Base units per period. */
  @IsCount() quota: number;
  @IsIn(QUOTA_PERIODS) period: QuotaPeriod;
  /**
   * A cap (absent), nothing (`quota` is then 10^15), or a target volume that gates nothing. Who does not know the field
   * takes `quota` for a cap.
   */
  @IsOptional() @IsIn(QUOTA_KINDS) quotaKind?: QuotaKind;
  /** Base units; 0: none. */
  @IsCount() minimumLot: number;
  /** Base units of each day's surplus kept back for the partner until `releaseHour`; absent or 0: none. */
  @IsOptional() @IsCount() reserved?: number;
  /** Local hour of the origin at which others may have what is left of it: 1 to 24. */
  @IsOptional() @IsInt() @Min(0) @Max(24) releaseHour?: number;
  /** Least that a seller is paid for its goods, and most that goods may ask, in rupiah per trade unit; absent together: any. */
  @IsOptional() @IsCount() minimumPrice?: number;
  @IsOptional() @IsCount() maximumPrice?: number;
  /** Rupiah per trade unit. */
  @IsCount() freight: number;
  @IsInt() @Min(0) @Max(365) transitDays: number;
  /** Days from a receipt within which the buyer pays; absent: 30. */
  @IsOptional() @IsInt() @Min(1) @Max(90) paymentDays?: number;
  /** How much of a load may be missing and it still counts as received, in hundredths of a percent; absent: 50 of what is weighed, 0 of what is counted. */
  @IsOptional() @IsInt() @Min(0) @Max(1_000) loadTolerance?: number;
  @IsArray() @IsString({ each: true }) @ArrayMaxSize(20) certificates: string[];
  /** The row no longer exists in this edition. */
  @IsBoolean() removed: boolean;
}
