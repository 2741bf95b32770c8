import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DataScope } from '#platform/access/data-scope.js';
import type { RowOf } from '#platform/database/table.js';
import { pageOf, type Page } from '#platform/http/shapes.js';
import { ofAggregator } from '../persistence/of-aggregator.js';
import { COACHING } from '../persistence/tables.js';
import { named } from '#platform/database/sql.js';

export interface CoachingFilter {
  readonly limit: number;
  readonly cursor?: string;
  readonly producer?: string;
  readonly kind?: string;
  readonly from?: string;
  readonly to?: string;
}

export interface CoachingView {
  readonly id: string;
  readonly producerId: string;
  readonly kind: 'certification' | 'packing' | 'health-insurance';
  readonly date: string;
  readonly remark: string | null;
  readonly recordedBy: string;
}

/** Reads of coaching records within a caller's data scope. */
@Injectable()
export class FindCoaching {
  constructor(private readonly dataSource: DataSource) {}

  async list({ origin, aggregator }: DataScope, filter: CoachingFilter): Promise<Page<CoachingView>> {
    const { limit, cursor, producer, kind, from, to } = filter;
    const rows = await this.dataSource.query<RowOf<typeof COACHING>[]>(
      ...named(
        `SELECT ${COACHING.columns} FROM coaching
         WHERE (:origin::text IS NULL OR origin = :origin) AND (:cursor::uuid IS NULL OR id > :cursor)
           AND (:producer::uuid IS NULL OR producer_id = :producer) AND (:kind::text IS NULL OR kind = :kind)
           AND (:from::date IS NULL OR date >= :from) AND (:to::date IS NULL OR date <= :to)
           AND ${ofAggregator('coaching.producer_id')}
         ORDER BY id LIMIT :most`,
        { origin, aggregator, cursor, producer, kind, from, to, most: limit + 1 },
      ),
    );
    return pageOf(rows, limit);
  }
}
