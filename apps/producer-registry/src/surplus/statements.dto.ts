import { IsBoolean, IsUUID } from 'class-validator';
import { IsCalendarDate, IsWhole, ListOf, MayBeAbsent, PageQuery } from '#platform/http/shapes.js';

/** 100,000 t, or as many pairs: a sum over 20,000 of them is still exact. */
const MAX_FIGURE = 100_000_000_000;

/** What one member has, in base units of the product. */
export class ContributionDto {
  @IsUUID() producerId: string;
  @IsWhole(0, MAX_FIGURE) produced: number;
  @IsWhole(0, MAX_FIGURE) committedToExport: number;
  @IsWhole(0, MAX_FIGURE) committedAtHome: number;
  @IsWhole(0, MAX_FIGURE) held: number;
}

/** The head of a statement: the first line of a stream, whose other lines are contributions. */
export class StatementHeadDto {
  @IsUUID() sellerId: string;
  @IsUUID() productId: string;
  /** The day on which it was made. */
  @IsCalendarDate() date: string;
  /** Absent: the product's shelf life says it. */
  @MayBeAbsent() @IsCalendarDate() bestBefore?: string;
  /** Rupiah per trade unit (kilogram, pair, piece): never sold below. */
  @IsWhole(0, 1_000_000_000_000) floorPrice: number;
  /** Stated again for each day that begins at the origin, until it is changed or stopped. */
  @MayBeAbsent() @IsBoolean() repeats?: boolean;
  /** One more delivery of the day: it adds to what was stated of the same product and day. Without it that is refused. */
  @MayBeAbsent() @IsBoolean() adds?: boolean;
}

/** A statement in one piece: an aggregator's with contributions, a single producer's with figures of its own. */
export class StatementDto extends StatementHeadDto {
  @MayBeAbsent() @IsWhole(0, MAX_FIGURE) produced?: number;
  @MayBeAbsent() @IsWhole(0, MAX_FIGURE) committedToExport?: number;
  @MayBeAbsent() @IsWhole(0, MAX_FIGURE) committedAtHome?: number;
  @MayBeAbsent() @IsWhole(0, MAX_FIGURE) held?: number;
  @MayBeAbsent()
  @ListOf(() => ContributionDto, { min: 1, max: 2_000 })
  contributions?: ContributionDto[];
}

export class RepetitionsQuery extends PageQuery {
  @MayBeAbsent() @IsUUID() seller?: string;
}

/** What is stated from the next day on; a single producer is its own only contributor. */
export class RepetitionDto {
  @IsWhole(0, 1_000_000_000_000) floorPrice: number;
  @ListOf(() => ContributionDto, { min: 1, max: 2_000 })
  contributions: ContributionDto[];
}
