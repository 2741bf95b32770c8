import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BusinessClock } from '#kernel/business-clock.js';
import { kindsOf, type Asking, type Sight, type Task, type TaskCount, type TaskKind } from '../domain/tasks.js';
import { TASK_QUERIES } from './task-queries.js';
import { named } from '#platform/database/sql.js';

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
  origin: 'origin = :region',
  partner: `(partner = :region OR starts_with(partner, :region || '.'))`,
  party: `(origin = :region OR partner = :region OR starts_with(partner, :region || '.'))`,
  aggregator: '(origin = :region AND seller = :aggregator)',
  any: 'true',
};

const ROW = `
  id, kind, calendar, deadline, coalesce(deadline <= :now, false) AS overdue,
  json_build_object('type', subject_type, 'id', subject_id) AS subject, order_id AS "order", origin, partner, seller, commodity, quantity, unit,
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
      ...named(
        `SELECT ${ROW} FROM ${tasks} AS task
         WHERE :afterDeadline::timestamptz IS NULL OR (coalesce(deadline, 'infinity'), id) > (:afterDeadline, :afterId::text)
         ORDER BY coalesce(deadline, 'infinity'), id LIMIT :limit`,
        { ...this.given(who), afterDeadline: after?.deadline, afterId: after?.id, limit },
      ),
    );
    return rows.map((row) => ({ ...row, deadline: row.deadline?.toISOString() ?? null }));
  }

  /** Kinds of which there are any. */
  async count(who: Asking): Promise<TaskCount[]> {
    const tasks = tasksOf(who);
    if (tasks === undefined) return [];
    return this.dataSource.query<TaskCount[]>(
      ...named(
        `SELECT kind, count(*)::int AS tasks, (count(*) FILTER (WHERE deadline <= :now))::int AS overdue
         FROM ${tasks} AS task GROUP BY kind ORDER BY kind`,
        this.given(who),
      ),
    );
  }

  private given({ region, aggregator }: Asking): Readonly<Record<string, unknown>> {
    return { now: this.clock.now(), region, aggregator };
  }
}

/**
 * All tasks that somebody has, to be selected from; undefined: there can be none. `:now` is the business time,
 * `:region` and `:aggregator` are theirs.
 */
function tasksOf({ roles }: Asking, only?: TaskKind): string | undefined {
  const kinds = [...kindsOf(roles)].filter(([kind]) => only === undefined || kind === only);
  if (kinds.length === 0) return undefined;
  const parts = kinds.map(([kind, sights]) => {
    const key = ['seller', 'commodity', 'detail'].map((column) => `coalesce(':' || ${column}, '')`).join(' || ');
    const seen = sights.map((sight) => SEEN[sight]).join(' OR ');
    return `SELECT '${kind}:' || subject_id || ${key} AS id, '${kind}' AS kind, * FROM (${TASK_QUERIES[kind]}) AS of WHERE ${seen}`;
  });
  // Whatever of these no part needs still has a place and a type.
  return `(SELECT * FROM (${parts.join(' UNION ALL ')}) AS part WHERE :now::timestamptz IS NOT NULL
           AND (:region::text IS NOT NULL OR :aggregator::text IS NOT NULL))`;
}
