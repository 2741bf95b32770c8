import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator';
import {
  type ProducerStatus,
  type UmkmClass,
  UMKM_CLASSES,
  PRODUCER_STATUSES,
  PRODUCER_KINDS,
  type ProducerKind,
  AGGREGATOR_FORMS,
  type AggregatorForm,
  UMKM_RULES,
  type UmkmRule,
} from '#kernel/states.js';
import { saying } from '#platform/http/field-rules.js';
import { IsCalendarDate, IsRegion, IsText, IsWhole, MayBeAbsent, PageQuery } from '#platform/http/shapes.js';

const MAX_RUPIAH = 1_000_000_000_000_000;

export class WorkersDto {
  @IsWhole(0, 100_000) total: number;
  @IsWhole(0, 100_000) women: number;
  /** Aged 16 to 30. */
  @IsWhole(0, 100_000) youth: number;
}

/** One producer or aggregator as an officer enters it; region and status are not theirs to set. */
export class ProducerDto {
  /** The officer's own number, unique in the region. */
  @MayBeAbsent() @IsText(60) reference?: string;
  @IsIn(PRODUCER_KINDS) kind: ProducerKind;
  @MayBeAbsent() @IsIn(AGGREGATOR_FORMS) form?: AggregatorForm;
  @IsText(200) name: string;
  @IsRegion() village: string;
  @MayBeAbsent() @Matches(/^\d{5}$/, saying('digits', { n: 5 })) kbli?: string;
  @MayBeAbsent() @IsIn(['2009', '2015', '2017', '2020', '2025']) kbliVersion?: string;
  @IsIn(UMKM_CLASSES) umkmClass: UmkmClass;
  @IsIn(UMKM_RULES) umkmRule: UmkmRule;
  @IsCalendarDate() umkmAsOf: string;
  @MayBeAbsent() @IsWhole(0, MAX_RUPIAH) yearlySales?: number;
  @MayBeAbsent() @IsWhole(0, MAX_RUPIAH) capital?: number;
  @IsObject() @ValidateNested() @Type(() => WorkersDto) workers: WorkersDto;
  @MayBeAbsent() @Matches(/^\d{13}$/, saying('digits', { n: 13 })) nib?: string;
  @MayBeAbsent() @Matches(/^\d{16}$/, saying('digits', { n: 16 })) nik?: string;
  @MayBeAbsent() @IsText(200) nikPurpose?: string;
  @IsBoolean() healthInsured: boolean;
  @MayBeAbsent() @IsBoolean() standingConsent?: boolean;
}

export class ProducersQuery extends PageQuery {
  @MayBeAbsent() @IsIn(PRODUCER_KINDS) kind?: ProducerKind;
  @MayBeAbsent() @IsIn(PRODUCER_STATUSES) status?: ProducerStatus;
  /** A village, district or regency code. */
  @MayBeAbsent() @IsRegion() within?: string;
  /** Part of the name. */
  @MayBeAbsent() @IsText(100) name?: string;
  /** Part of the name, or of the name of the village or district. */
  @MayBeAbsent() @IsText(100) search?: string;
  @MayBeAbsent() @IsText(60) reference?: string;
  @MayBeAbsent() @Matches(/^\d{13}$/, saying('digits', { n: 13 })) nib?: string;
  @MayBeAbsent() @IsUUID() memberOf?: string;
}

export class LookupDto {
  @Matches(/^\d{16}$/, saying('digits', { n: 16 })) nik: string;
}

export class MembersDto {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(5_000) @IsUUID(undefined, { each: true }) members: string[];
}

export class VerificationsDto {
  @MayBeAbsent() @IsArray() @ArrayMaxSize(5_000) @IsUUID(undefined, { each: true }) producers?: string[];
  /** The officer's own numbers, for whoever has a list of them. */
  @MayBeAbsent() @IsArray() @ArrayMaxSize(5_000) @IsText(60, { each: true }) references?: string[];
  /** On what they are verified: number and date of a list, a letter, a visit. */
  @MayBeAbsent() @IsText(200) evidence?: string;
}
