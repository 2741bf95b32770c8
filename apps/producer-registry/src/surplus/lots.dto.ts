import { Type } from 'class-transformer';
import { IsIn, IsInt, IsUUID, Max, Min } from 'class-validator';
import { IsCode, MayBeAbsent, PageQuery } from '#platform/http/shapes.js';

export class LotsQuery extends PageQuery {
  @MayBeAbsent() @IsCode() commodity?: string;
  @MayBeAbsent() @IsUUID() seller?: string;
  @MayBeAbsent() @IsUUID() contributor?: string;
  /** Which comes first. */
  @IsIn(['oldest', 'newest']) order: 'oldest' | 'newest' = 'oldest';
}

export class ContributionsQuery {
  @Type(() => Number) @IsInt() @Min(1) @Max(5_000) limit = 500;
  /** The position of the last one seen. */
  @Type(() => Number) @IsInt() @Min(0) @Max(1_000_000) after = 0;
}
