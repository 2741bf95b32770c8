import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsUUID } from 'class-validator';
import { IsCalendarDate, IsText, IsWhole, ListOf, MayBeAbsent } from '#platform/http/shapes.js';

export class LegDto {
  @IsText(100) from: string;
  @IsText(100) to: string;
  @IsIn(['road', 'sea', 'air', 'rail']) mode: 'road' | 'sea' | 'air' | 'rail';
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
  /** Base units. What is neither accepted nor damaged is missing. */
  @IsWhole(0, Number.MAX_SAFE_INTEGER) accepted: number;
  @MayBeAbsent() @IsWhole(0, Number.MAX_SAFE_INTEGER) damaged = 0;
}

export class ReceiptDto {
  @ListOf(() => ReceiptItemDto, { min: 1, max: 1_000 })
  items: ReceiptItemDto[];
  /** Hundredths of a percent, where it was measured. */
  @MayBeAbsent() @IsWhole(0, 10_000) moisture?: number;
}

export class PaymentDto {
  /** Rupiah. */
  @IsWhole(1, Number.MAX_SAFE_INTEGER) amount: number;
  @IsText(100) reference: string;
}
