import { IsIn, IsUUID } from 'class-validator';
import { IsCalendarDate, IsText, MayBeAbsent, PageQuery } from '#platform/http/shapes.js';
import { COACHING_KINDS, type CoachingKind } from '../domain/coaching.js';

export class CoachingDto {
  @IsIn(COACHING_KINDS) kind: CoachingKind;
  @IsCalendarDate() date: string;
  @MayBeAbsent() @IsText(500) remark?: string;
}

export class CoachingQuery extends PageQuery {
  @MayBeAbsent() @IsUUID() producer?: string;
  @MayBeAbsent() @IsIn(COACHING_KINDS) kind?: CoachingKind;
  /** First and last day, both inclusive. */
  @MayBeAbsent() @IsCalendarDate() from?: string;
  @MayBeAbsent() @IsCalendarDate() to?: string;
}
