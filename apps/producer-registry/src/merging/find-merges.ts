import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MergeFault, MergeState } from '#kernel/states.js';
import type { DataScope } from '#platform/access/data-scope.js';
import { named } from '#platform/database/sql.js';
import { pageOf, type Page } from '#platform/http/shapes.js';
import { notFound } from '#platform/http/validate.js';
import { ofAggregator } from '../persistence/of-aggregator.js';

/** Two registrations that an officer has found to be one producer, and what became of it. */
export interface MergeView {
  readonly id: string;
  readonly duplicate: string;
  readonly duplicateName: string;
  /** The one that stays. */
  readonly keep: string;
  readonly keepName: string;
  readonly state: MergeState;
  /** Why it was refused; null: it was not. */
  readonly reason: MergeFault | null;
  readonly askedBy: string;
  readonly askedAt: Date;
  /** When the outcome was heard of; null: routing has not decided yet. */
  readonly decidedAt: Date | null;
}

const SELECT = `
  SELECT m.id, m.duplicate_id AS duplicate, d.name AS "duplicateName", m.keep_id AS keep, k.name AS "keepName", m.state,
    m.reason, m.asked_by AS "askedBy", m.asked_at AS "askedAt", m.decided_at AS "decidedAt"
  FROM producer_merge m JOIN producer d ON d.id = m.duplicate_id JOIN producer k ON k.id = m.keep_id
  WHERE (:origin::text IS NULL OR m.origin = :origin) AND ${ofAggregator('m.keep_id')}`;

/** Merges that were asked for, within a caller's data scope. */
@Injectable()
export class FindMerges {
  constructor(private readonly dataSource: DataSource) {}

  /** The latest first. */
  async list(
    { origin, aggregator }: DataScope,
    { limit, cursor, state }: { readonly limit: number; readonly cursor?: string; readonly state?: MergeState },
  ): Promise<Page<MergeView>> {
    const rows: MergeView[] = await this.dataSource.query(
      ...named(
        `${SELECT} AND (:cursor::uuid IS NULL OR m.id < :cursor) AND (:state::text IS NULL OR m.state = :state)
         ORDER BY m.id DESC LIMIT :most`,
        { origin, aggregator, cursor, state, most: limit + 1 },
      ),
    );
    return pageOf(rows, limit);
  }

  /** @throws DomainError NOT_FOUND */
  async one({ origin, aggregator }: DataScope, id: string): Promise<MergeView> {
    const [merge] = await this.dataSource.query<MergeView[]>(
      ...named(`${SELECT} AND m.id = :id`, { origin, aggregator, id }),
    );
    if (!merge) throw notFound();
    return merge;
  }
}
