import { Type } from 'class-transformer';
import { IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { saying } from '#platform/http/field-rules.js';
import { MayBeAbsent } from '#platform/http/shapes.js';
import { ALL_TASK_KINDS, type TaskKind } from '../domain/tasks.js';

/** A page of the task list. */
export class TasksQuery {
  @Type(() => Number) @IsInt() @Min(1) @Max(500) limit = 100;
  /** What the last page said is `next`. */
  @MayBeAbsent()
  @Matches(/^(-?\d{1,14}|end)~[\w.:-]{1,250}$/, saying('cursor'))
  cursor?: string;
  /** Only tasks of this kind. */
  @MayBeAbsent() @IsIn(ALL_TASK_KINDS) kind?: TaskKind;
}
