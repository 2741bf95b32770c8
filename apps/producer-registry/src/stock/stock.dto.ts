import { IsUUID } from 'class-validator';
import { IsText, IsWhole, MayBeAbsent, PageQuery } from '#platform/http/shapes.js';

/** 100,000 t, or as many pairs. */
const MAX_QUANTITY = 100_000_000_000;

export class WithdrawalDto {
  /** Base units of the lot's commodity. */
  @IsWhole(1, MAX_QUANTITY) quantity: number;
  /** The contributor who wants its part back; absent: all of them, in proportion. */
  @MayBeAbsent() @IsUUID() producerId?: string;
  @MayBeAbsent() @IsText(500) cause?: string;
}

export class WriteOffDto {
  /** Base units of the lot's commodity. */
  @IsWhole(1, MAX_QUANTITY) quantity: number;
  /** What happened to it, in the words of who saw it. */
  @IsText(500) cause: string;
}

/** What is right of one producer and product today, in base units. */
export class StatementCorrectionDto {
  @IsUUID() producerId: string;
  @IsUUID() productId: string;
  @IsWhole(0, MAX_QUANTITY) produced: number;
  @IsWhole(0, MAX_QUANTITY) committedToExport: number;
  @IsWhole(0, MAX_QUANTITY) committedAtHome: number;
  @IsWhole(0, MAX_QUANTITY) held: number;
  /** What was wrong, in the words of who stated it. */
  @IsText(500) reason: string;
}

export class CauseDto {
  @IsText(500) cause: string;
}

export class RequestsQuery extends PageQuery {
  @MayBeAbsent() @IsUUID() lot?: string;
}
