import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsObject, ValidateNested } from 'class-validator';
import { UNCAPPED } from '#kernel/quota-kind.js';
import { type BaseUnit, BASE_UNITS } from '#kernel/units.js';
import { QUOTA_KINDS, QUOTA_PERIODS, CERTIFICATE_KINDS, type QuotaKind, type QuotaPeriod } from '#kernel/states.js';
import { IsCode, IsRegion, IsWhole, ListOf, MayBeAbsent } from '#platform/http/shapes.js';

const MAX_RUPIAH = 1_000_000_000;

/** Rupiah per trade unit for the goods alone, without freight. */
export class PriceBandDto {
  /** The seller is paid at least this; a buyer whose ceiling less freight is below it buys nothing under the row. */
  @IsWhole(0, MAX_RUPIAH) minimum: number;
  /** A lot whose floor price is above it is not sold under the row. */
  @IsWhole(0, MAX_RUPIAH) maximum: number;
}

export class TermDto {
  /** Region that the row covers, itself and all below it. */
  @IsRegion() destination: string;
  @IsCode() commodity: string;
  @IsIn(BASE_UNITS) unit: BaseUnit;
  /** Base units per period: a cap, or the volume of a target. Not of an `unlimited` row. */
  @MayBeAbsent() @IsWhole(1, UNCAPPED) quota?: number;
  /** `cap` (absent): no more goes through; `unlimited`; `target`: a volume that gates nothing. */
  @MayBeAbsent() @IsIn(QUOTA_KINDS) quotaKind?: QuotaKind;
  @IsIn(QUOTA_PERIODS) period: QuotaPeriod;
  /** Base units; 0: none. */
  @IsWhole(0, UNCAPPED) minimumLot: number;
  /** Base units of each day's surplus kept back for the partner until `releaseHour`; absent or 0: none. */
  @MayBeAbsent() @IsWhole(0, UNCAPPED) reserved?: number;
  /** Local hour of the origin at which others may have what is left of it: 1 to 24 (the whole day). */
  @MayBeAbsent() @IsWhole(0, 24) releaseHour?: number;
  /** What goods may cost under this row; absent: any price. */
  @MayBeAbsent() @IsObject() @ValidateNested() @Type(() => PriceBandDto) priceBand?: PriceBandDto;
  /** Rupiah per trade unit. */
  @IsWhole(0, MAX_RUPIAH) freight: number;
  @IsWhole(0, 365) transitDays: number;
  /** Days from a receipt within which the buyer pays: 1 to 90; absent: 30. */
  @MayBeAbsent() @IsWhole(1, 90) paymentDays?: number;
  /**
   * How much of a load may be missing and it still counts as received, in hundredths of a percent: 0 to 1,000; absent: 50 of
   * what is weighed, 0 of what is counted.
   */
  @MayBeAbsent() @IsWhole(0, 1_000) loadTolerance?: number;
  @IsArray()
  @ArrayMaxSize(5)
  @IsIn(CERTIFICATE_KINDS, { each: true })
  certificates: string[];
}

/** The whole quota table: rows that are not in it are removed. */
export class TermsDto {
  @ListOf(() => TermDto, { min: 1, max: 500 })
  terms: TermDto[];
}
