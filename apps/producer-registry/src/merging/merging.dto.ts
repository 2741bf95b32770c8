import { Type } from 'class-transformer';
import { IsInt, IsUUID, Max, Min } from 'class-validator';

export class ProposalsQuery {
  @Type(() => Number) @IsInt() @Min(1) @Max(500) limit = 100;
}

export class MergeDto {
  /** The producer that stays. */
  @IsUUID() keep: string;
}
