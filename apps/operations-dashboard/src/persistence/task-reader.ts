import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BusinessClock } from '#kernel/business-clock.js';
import { kindsOf, type Asking, type Sight, type Task, type TaskCount, type TaskKind } from '../domain/tasks.js';
import { TASK_QUERIES } from './task-queries.js';

/** Where a page of tasks goes on: behind this one. */
export interface TaskCursor {
  /** `infinity`: it has none. */
  readonly deadline: Date | 'infinity';
  readonly id: string;
}

export interface TaskFilter {
  readonly kind?: TaskKind | undefined;
  readonly after?: TaskCursor | undefined;
}

const SEEN: Readonly<Record<Sight, string>> = {
  origin: 'origin = $2',
  partner: `(partner = $2 OR starts_with(partner, $2 || '.'))`,
  party: `(origin = $2 OR partner = $2 OR starts_with(partner, $2 || '.'))`,
  aggregator: '(origin = $2 AND seller = $3)',
  any: 'true',
};

const ROW = `
  id, kind, calendar, deadline, coalesce(deadline <= $1, false) AS overdue,
  json_build_object('type', subject_type, 'id', subject_id) AS subject, origin, partner, seller, commodity, quantity, unit,
  amount, count, detail`;

/** What is to be done now, by the business clock, by whoever asks. */
@Injectable()
export class TaskReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * The most urgent first, then those without a deadline.
   *
   * @param db the transaction that asks, if one does
   * @returns up to `limit` of them, of one kind where one is named
   */
  async list(
    who: Asking,
    limit: number,
    { kind, after }: TaskFilter = {},
    db: Pick<DataSource, 'query'> = this.dataSource,
  ): Promise<Task[]> {
    const tasks = tasksOf(who, kind);
    if (tasks === undefined) return [];
    const rows = await db.query<(Omit<Task, 'deadline'> & { deadline: Date | null })[]>(
      `SELECT ${ROW} FROM ${tasks} AS task
       WHERE $4::timestamptz IS NULL OR (coalesce(deadline, 'infinity'), id) > ($4, $5::text)
       ORDER BY coalesce(deadline, 'infinity'), id LIMIT $6`,
      [...this.given(who), after?.deadline ?? null, after?.id ?? null, limit],
    );
    return rows.map((row) => ({ ...row, deadline: row.deadline?.toISOString() ?? null }));
  }

  /** Kinds of which there are any. */
  async count(who: Asking): Promise<TaskCount[]> {
    const tasks = tasksOf(who);
    if (tasks === undefined) return [];
    return this.dataSource.query<TaskCount[]>(
      `SELECT kind, count(*)::int AS tasks, (count(*) FILTER (WHERE deadline <= $1))::int AS overdue
       FROM ${tasks} AS task GROUP BY kind ORDER BY kind`,
      this.given(who),
    );
  }

  private given({ region, aggregator }: Asking): unknown[] {
    return [this.clock.now(), region, aggregator ?? null];
  }
}

/**
 * All tasks that somebody has, to be selected from; undefined: there can be none. $1 is the business time, $2 their region,
 * $3 their aggregator.
 */
function tasksOf({ roles }: Asking, only?: TaskKind): string | undefined {
  const kinds = [...kindsOf(roles)].filter(([kind]) => only === undefined || kind === only);
  if (kinds.length === 0) return undefined;
  const parts = kinds.map(([kind, sights]) => {
    const key = ['seller', 'commodity', 'detail'].map((column) => `coalesce(':' || ${column}, '')`).join(' || ');
    const seen = sights.map((sight) => SEEN[sight]).join(' OR ');
    return `SELECT '${kind}:' || subject_id || ${key} AS id, '${kind}' AS kind, * FROM (${TASK_QUERIES[kind]}) AS of WHERE ${seen}`;
  });
  // Whatever of $1, $2 and $3 no part needs still has a type.
  return `(SELECT * FROM (${parts.join(' UNION ALL ')}) AS part WHERE $1::timestamptz IS NOT NULL
           AND ($2::text IS NOT NULL OR $3::text IS NOT NULL))`;
}
