import { Type } from 'class-transformer';
import { IsIn, IsInt, IsUUID, Max, Min } from 'class-validator';
import { MERGE_STATES, type MergeState } from '#kernel/states.js';
import { MayBeAbsent, PageQuery } from '#platform/http/shapes.js';

export class ProposalsQuery {
  @Type(() => Number) @IsInt() @Min(1) @Max(500) limit = 100;
}

export class MergesQuery extends PageQuery {
  @MayBeAbsent() @IsIn(MERGE_STATES) state?: MergeState;
}

export class MergeDto {
  /** The producer that stays. */
  @IsUUID() keep: string;
}
