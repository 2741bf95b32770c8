import { IsIn, IsUUID } from 'class-validator';
import { IsCalendarDate, IsText, MayBeAbsent, PageQuery } from '#platform/http/shapes.js';

const KINDS = ['certification', 'packing', 'health-insurance'] as const;
export type CoachingKind = (typeof KINDS)[number];

export class CoachingDto {
  @IsIn(KINDS) kind: CoachingKind;
  @IsCalendarDate() date: string;
  @MayBeAbsent() @IsText(500) remark?: string;
}

export class CoachingQuery extends PageQuery {
  @MayBeAbsent() @IsUUID() producer?: string;
  @MayBeAbsent() @IsIn(KINDS) kind?: CoachingKind;
  /** First and last day, both inclusive. */
  @MayBeAbsent() @IsCalendarDate() from?: string;
  @MayBeAbsent() @IsCalendarDate() to?: string;
}
