import { IsIn, IsObject } from 'class-validator';
import { IsCalendarDate, IsWhole, MayBeAbsent } from '#platform/http/shapes.js';
import { EVERY, type Every } from '../../domain/recurrence.js';

export class StandingOrderDto {
  @IsIn(EVERY) every: Every;
  /** First day on which it is placed, by the calendar of the caller's region; today or later. */
  @IsCalendarDate() startsOn: string;
  /** Last day on which it may be placed; absent: until it is stopped. */
  @MayBeAbsent() @IsCalendarDate() until?: string;
  /** Days after its placing by which the goods are needed: each line's need-by. */
  @IsWhole(0, 365) needWithinDays: number;
  /** As POST /api/orders takes it, but for the lines' `needBy`. */
  @IsObject() order: object;
}
