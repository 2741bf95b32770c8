import { ArrayMaxSize, IsArray, IsIn } from 'class-validator';
import { QUOTA_PERIODS, type QuotaPeriod } from '#contracts/agreements.js';
import { IsCode, IsRegion, IsWhole, ListOf, MayBeAbsent } from '#platform/http/shapes.js';

const MAX_QUANTITY = 1_000_000_000_000_000;

export class TermDto {
  /** Region that the row covers, itself and all below it. */
  @IsRegion() destination: string;
  @IsCode() commodity: string;
  @IsIn(['GRAM', 'PAIR', 'PIECE']) unit: 'GRAM' | 'PAIR' | 'PIECE';
  /** Base units per period. */
  @IsWhole(1, MAX_QUANTITY) quota: number;
  @IsIn(QUOTA_PERIODS) period: QuotaPeriod;
  /** Base units; 0: none. */
  @IsWhole(0, MAX_QUANTITY) minimumLot: number;
  /** Base units of each day's surplus kept back for the partner until `releaseHour`; absent or 0: none. */
  @MayBeAbsent() @IsWhole(0, MAX_QUANTITY) reserved?: number;
  /** Local hour of the origin at which others may have what is left of it: 1 to 24 (the whole day). */
  @MayBeAbsent() @IsWhole(0, 24) releaseHour?: number;
  /** Rupiah per trade unit. */
  @IsWhole(0, 1_000_000_000) freight: number;
  @IsWhole(0, 365) transitDays: number;
  @IsArray()
  @ArrayMaxSize(5)
  @IsIn(['P-IRT', 'HALAL', 'SNI', 'ORGANIC', 'MD'], { each: true })
  certificates: string[];
}

/** The whole quota table: rows that are not in it are removed. */
export class TermsDto {
  @ListOf(() => TermDto, { min: 1, max: 500 })
  terms: TermDto[];
}
