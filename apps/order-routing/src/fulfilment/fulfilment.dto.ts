import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsUUID } from 'class-validator';
import { SAID_UNITS, type TradeUnit } from '#kernel/units.js';
import { IsDecimalOrZero } from '#platform/http/is-decimal.js';
import { IsCalendarDate, IsText, IsWhole, ListOf, MayBeAbsent } from '#platform/http/shapes.js';
import { MODES, type Leg } from '../domain/ledger/legs.js';

export class LegDto {
  @IsText(100) from: string;
  @IsText(100) to: string;
  @IsIn(MODES) mode: Leg['mode'];
  /** Estimated arrival, a date at the destination. */
  @IsCalendarDate() eta: string;
}

export class DispatchDto {
  /** Confirmed allocations of the order. Default: all of them. */
  @MayBeAbsent() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(1_000) @IsUUID('all', { each: true }) allocations?: string[];
  @ListOf(() => LegDto, { min: 1, max: 20 }) legs: LegDto[];
}

export class ReceiptItemDto {
  @IsUUID('all') allocation: string;
  /** In `unit`, as a number or a decimal text with a dot. What is neither accepted nor damaged is missing. */
  @IsDecimalOrZero() accepted: number | string;
  /** In `unit`. */
  @MayBeAbsent() @IsDecimalOrZero() damaged: number | string = 0;
  @IsIn(SAID_UNITS) unit: TradeUnit;
  /** Sacks that came, of goods in sacks, damaged ones too. Absent: not counted. */
  @MayBeAbsent() @IsWhole(0, Number.MAX_SAFE_INTEGER) sacks?: number;
}

export class ReceiptDto {
  @ListOf(() => ReceiptItemDto, { min: 1, max: 1_000 })
  items: ReceiptItemDto[];
  /** true: that more than a fifth of what was sent is missing has been looked at, and is so. */
  @MayBeAbsent() @IsBoolean() confirmMissing = false;
  /** Hundredths of a percent, where it was measured. */
  @MayBeAbsent() @IsWhole(0, 10_000) moisture?: number;
}

export class PaymentDto {
  /** Rupiah. */
  @IsWhole(1, Number.MAX_SAFE_INTEGER) amount: number;
  @IsText(100) reference: string;
}
