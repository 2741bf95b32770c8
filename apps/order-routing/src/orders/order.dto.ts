import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsNotEmptyObject, Matches, ValidateNested } from 'class-validator';
import { USES, type Use } from '#kernel/states.js';
import { SAID_UNITS, type TradeUnit } from '#kernel/units.js';
import { saying } from '#platform/http/field-rules.js';
import { IsCalendarDate, IsCode, IsRegion, IsText, IsWhole, ListOf, MayBeAbsent } from '#platform/http/shapes.js';
import { IsDecimal } from '#platform/http/is-decimal.js';

/** The legal entity that buys and pays: the committee only places the order. */
export class BuyerDto {
  @IsText(200) name: string;
  /** Nomor Induk Berusaha, 13 digits. */
  @MayBeAbsent() @Matches(/^\d{13}$/, saying('digits', { n: 13 })) nib?: string;
  /** Tax number, 15 or 16 digits. */
  @MayBeAbsent() @Matches(/^\d{15,16}$/, saying('npwp')) npwp?: string;
}

/** What one of several small buyers orders in a joint order. */
export class JointPartDto {
  @IsNotEmptyObject() @ValidateNested() @Type(() => BuyerDto) buyer: BuyerDto;
  /** In the line's unit. */
  @IsDecimal() quantity: number | string;
}

export class OrderLineDto {
  @IsCode() commodity: string;
  /** In `unit`, as a number or a decimal text with a dot. */
  @IsDecimal() quantity: number | string;
  @IsIn(SAID_UNITS) unit: TradeUnit;
  /** Where it has to arrive: the partner's region or a part of it. Default: the partner's region. */
  @MayBeAbsent() @IsRegion() deliverTo?: string;
  /** Rupiah per trade unit, freight included. Absent: any. */
  @MayBeAbsent() @IsWhole(1, 1_000_000_000_000) maxLandedPrice?: number;
  @MayBeAbsent() @IsArray() @ArrayMaxSize(20) @IsCode({ each: true }) certificates: string[] = [];
  @IsCalendarDate() needBy: string;
  /** Days of life wanted after `needBy`. */
  @MayBeAbsent() @IsWhole(0, 3_650) minLifeDays = 0;
  /** At least this much or nothing, in `unit`. */
  @MayBeAbsent() @IsDecimal() minimum?: number | string;
  /** false: all of it or nothing. */
  @MayBeAbsent() @IsBoolean() partial = true;
  /** What the buyer does with the goods: the law asks for other certificates of each. */
  @MayBeAbsent() @IsIn(USES) use: Use = 'resale';
  /** A joint order: small buyers who reach a minimum lot together. Their parts add up to `quantity`. */
  @MayBeAbsent()
  @ListOf(() => JointPartDto, { min: 2, max: 200 })
  parts?: JointPartDto[];
}

export class PlaceOrderDto {
  /** Origin regency; may be left out when exactly one has terms that cover the lines. */
  @MayBeAbsent() @IsRegion() origin?: string;
  @IsNotEmptyObject() @ValidateNested() @Type(() => BuyerDto) buyer: BuyerDto;
  /** The partner's own number for this order. */
  @MayBeAbsent() @IsText(100) reference?: string;
  @ListOf(() => OrderLineDto, { min: 1, max: 200 })
  lines: OrderLineDto[];
}

export class CatalogueQuery {
  /** Where goods have to arrive: the caller's region or a part of it. Default: the caller's region. */
  @MayBeAbsent() @IsRegion() deliverTo?: string;
}
