import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsUUID,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { UNCAPPED } from '#kernel/quota-kind.js';
import {
  CERTIFICATE_KINDS,
  type CertificateKind,
  QUOTA_KINDS,
  QUOTA_PERIODS,
  type QuotaKind,
  type QuotaPeriod,
  type Use,
  USES,
} from '#kernel/states.js';
import { BASE_UNITS, type BaseUnit, SAID_UNITS, type TradeUnit } from '#kernel/units.js';
import { IsDecimal } from '#platform/http/is-decimal.js';
import { IsCalendarDate, IsCode, IsRegion, IsWhole, ListOf, MayBeAbsent } from '#platform/http/shapes.js';
import { CertificateRuleDto } from '../runtime/certificate-rule.dto.js';
import { SUPPOSED_STAGES, type Supposed, type SupposedStage } from '../domain/what-if/supposed.js';

const MAX_RUPIAH = 1_000_000_000;

/** Rupiah per trade unit for the goods alone, without freight. */
export class SupposedPriceBandDto {
  @IsWhole(0, MAX_RUPIAH) minimum: number;
  @IsWhole(0, MAX_RUPIAH) maximum: number;
}

/** A terms row as its next addendum would have it: what is left out stays as it is. */
export class ChangedTermDto {
  @IsUUID('all') term: string;
  @MayBeAbsent() @IsRegion() destination?: string;
  /** Base units per period. */
  @MayBeAbsent() @IsWhole(0, UNCAPPED) quota?: number;
  /** Absent where `quota` is there: a cap. */
  @MayBeAbsent() @IsIn(QUOTA_KINDS) quotaKind?: QuotaKind;
  @MayBeAbsent() @IsIn(QUOTA_PERIODS) period?: QuotaPeriod;
  /** Base units; 0: none. */
  @MayBeAbsent() @IsWhole(0, UNCAPPED) minimumLot?: number;
  /** Base units of each day's surplus kept back for the partner until `releaseHour`; 0: none. */
  @MayBeAbsent() @IsWhole(0, UNCAPPED) reserved?: number;
  @MayBeAbsent() @IsWhole(0, 24) releaseHour?: number;
  @MayBeAbsent() @IsObject() @ValidateNested() @Type(() => SupposedPriceBandDto) priceBand?: SupposedPriceBandDto;
  /** Rupiah per trade unit. */
  @MayBeAbsent() @IsWhole(0, MAX_RUPIAH) freight?: number;
  @MayBeAbsent() @IsWhole(0, 365) transitDays?: number;
  @MayBeAbsent() @IsArray() @ArrayMaxSize(5) @IsIn(CERTIFICATE_KINDS, { each: true }) certificates?: CertificateKind[];
}

/** A row more: of an agreement that is there, or else of one that is in force from now on. */
export class NewTermDto {
  @MayBeAbsent() @IsUUID('all') agreement?: string;
  /** Of an agreement that is not there. Absent: the row's region. */
  @MayBeAbsent() @IsRegion() partner?: string;
  /** Region that the row covers, itself and all below it. */
  @IsRegion() destination: string;
  @IsCode() commodity: string;
  @IsIn(BASE_UNITS) unit: BaseUnit;
  /** Base units per period; absent: unlimited. */
  @MayBeAbsent() @IsWhole(0, UNCAPPED) quota?: number;
  @MayBeAbsent() @IsIn(QUOTA_PERIODS) period: QuotaPeriod = 'day';
  @MayBeAbsent() @IsWhole(0, UNCAPPED) minimumLot = 0;
  @MayBeAbsent() @IsObject() @ValidateNested() @Type(() => SupposedPriceBandDto) priceBand?: SupposedPriceBandDto;
  /** Rupiah per trade unit. */
  @MayBeAbsent() @IsWhole(0, MAX_RUPIAH) freight = 0;
  @MayBeAbsent() @IsWhole(0, 365) transitDays = 0;
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(5)
  @IsIn(CERTIFICATE_KINDS, { each: true })
  certificates: CertificateKind[] = [];
}

/** An agreement at another stage, from now on. */
export class SupposedStageDto {
  @IsUUID('all') agreement: string;
  @IsIn(SUPPOSED_STAGES) stage: SupposedStage;
}

/** A certificate that goods would hold: those of these lots, producers and commodity; all absent: all goods. */
export class GainedCertificateDto {
  @IsIn(CERTIFICATE_KINDS) kind: CertificateKind;
  /** Its last day; absent: no end. */
  @MayBeAbsent() @IsCalendarDate() until?: string;
  @MayBeAbsent() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(500) @IsUUID('all', { each: true }) lots?: string[];
  /** Contributors, or sellers of whole lots. */
  @MayBeAbsent() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(500) @IsUUID('all', { each: true }) producers?: string[];
  @MayBeAbsent() @IsCode() commodity?: string;
}

/** A lot as it might have been declared. */
export class ChangedLotDto {
  @IsUUID('all') lot: string;
  /** Rupiah per trade unit. */
  @MayBeAbsent() @IsWhole(1, MAX_RUPIAH) floorPrice?: number;
  @MayBeAbsent() @IsCalendarDate() producedOn?: string;
  @MayBeAbsent() @IsCalendarDate() bestBefore?: string;
  /** What of it is held for its quality, or was refused, is for sale. */
  @MayBeAbsent() @IsBoolean() released?: boolean;
}

/** More goods, stated today. */
export class NewSurplusDto {
  @IsCode() commodity: string;
  /** In `unit`, as a number or a decimal text with a dot. */
  @IsDecimal() quantity: number | string;
  @IsIn(SAID_UNITS) unit: TradeUnit;
  /** Lot that they are like, in price, life, sack and what the law wants to know. Absent: the largest of the commodity. */
  @MayBeAbsent() @IsUUID('all') like?: string;
  /** Rupiah per trade unit. */
  @MayBeAbsent() @IsWhole(1, MAX_RUPIAH) floorPrice?: number;
  @MayBeAbsent() @IsArray() @ArrayMaxSize(5) @IsIn(CERTIFICATE_KINDS, { each: true }) certificates?: CertificateKind[];
}

/** A line that asks for something else: what is left out stays as it is. */
export class ChangedLineDto {
  @IsUUID('all') line: string;
  /** In `unit`; no less than what is promised. */
  @MayBeAbsent() @IsDecimal() quantity?: number | string;
  /** At least this much or nothing, in `unit`; 0: any quantity. */
  @ValidateIf((_, value) => value !== undefined && value !== 0)
  @IsDecimal()
  minimum?: number | string;
  /** Absent: base units. */
  @MayBeAbsent() @IsIn(SAID_UNITS) unit?: TradeUnit;
  /** Rupiah per trade unit, freight included; null: any. */
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @IsWhole(1, 1_000_000_000_000)
  maxLandedPrice?: number | null;
  @MayBeAbsent() @IsArray() @ArrayMaxSize(20) @IsCode({ each: true }) certificates?: string[];
  @MayBeAbsent() @IsCalendarDate() needBy?: string;
  @MayBeAbsent() @IsWhole(0, 3_650) minLifeDays?: number;
  @MayBeAbsent() @IsBoolean() partial?: boolean;
  @MayBeAbsent() @IsIn(USES) use?: Use;
}

/** An order of one line that a partner would place now. */
export class NewDemandDto {
  @IsRegion() partner: string;
  /** Default: the partner's region. */
  @MayBeAbsent() @IsRegion() deliverTo?: string;
  @IsCode() commodity: string;
  @IsDecimal() quantity: number | string;
  @IsIn(SAID_UNITS) unit: TradeUnit;
  /** Rupiah per trade unit, freight included; null, or absent: any. */
  @ValidateIf((_, value) => value !== null)
  @IsWhole(1, 1_000_000_000_000)
  maxLandedPrice: number | null = null;
  @MayBeAbsent() @IsArray() @ArrayMaxSize(20) @IsCode({ each: true }) certificates: string[] = [];
  @IsCalendarDate() needBy: string;
  @MayBeAbsent() @IsWhole(0, 3_650) minLifeDays = 0;
  @MayBeAbsent() @IsBoolean() partial = true;
  @MayBeAbsent() @IsIn(USES) use: Use = 'resale';
}

/** How the market would be bound, and what the law would ask: what is left out stays as it is. */
export class SupposedPolicyDto {
  @MayBeAbsent() @IsIn(['freight-only', 'landed']) priceObjective?: 'freight-only' | 'landed';
  @MayBeAbsent() @IsWhole(0, 100) priceTierPercent?: number;
  @MayBeAbsent() @IsIn(['max-min', 'proportional', 'none']) fairness?: 'max-min' | 'proportional' | 'none';
  @MayBeAbsent() @IsWhole(0, 3_650) expiryBucketDays?: number;
  /** Which certificates the law asks for, and when; the whole table. */
  @MayBeAbsent() @ListOf(() => CertificateRuleDto, { max: 100 }) certificateRules?: CertificateRuleDto[];
}

/** What would be otherwise, all of it at once. Nothing of it: the market as it is, beside itself. */
export class WhatIfDto implements Supposed {
  /** Default: the caller's own region. */
  @MayBeAbsent() @IsRegion() origin?: string;
  @MayBeAbsent() @ListOf(() => ChangedTermDto, { max: 100 }) terms?: ChangedTermDto[];
  @MayBeAbsent() @ListOf(() => NewTermDto, { max: 100 }) newTerms?: NewTermDto[];
  @MayBeAbsent() @ListOf(() => SupposedStageDto, { max: 100 }) agreements?: SupposedStageDto[];
  @MayBeAbsent() @ListOf(() => GainedCertificateDto, { max: 20 }) certificates?: GainedCertificateDto[];
  @MayBeAbsent() @ListOf(() => ChangedLotDto, { max: 100 }) lots?: ChangedLotDto[];
  @MayBeAbsent() @ListOf(() => NewSurplusDto, { max: 20 }) surplus?: NewSurplusDto[];
  @MayBeAbsent() @ListOf(() => ChangedLineDto, { max: 100 }) lines?: ChangedLineDto[];
  @MayBeAbsent() @ListOf(() => NewDemandDto, { max: 20 }) demand?: NewDemandDto[];
  @MayBeAbsent() @IsObject() @ValidateNested() @Type(() => SupposedPolicyDto) policy?: SupposedPolicyDto;
}
