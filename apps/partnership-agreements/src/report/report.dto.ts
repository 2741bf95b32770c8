import { IsIn } from 'class-validator';
import { IsCalendarDate } from '#platform/http/shapes.js';

export class ReportQuery {
  /** First and last day, in the origin's calendar, both inclusive. */
  @IsCalendarDate() from: string;
  @IsCalendarDate() to: string;
  @IsIn(['json', 'pdf']) format: 'json' | 'pdf' = 'json';
}
