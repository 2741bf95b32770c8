import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Reach } from '#platform/access/reach.js';
import type { RowOf } from '#platform/database/table.js';
import { pageOf, type Page } from '#platform/http/shapes.js';
import { ofAggregator } from '../persistence/of-aggregator.js';
import { COACHING } from '../persistence/tables.js';

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

/** Reads of coaching records within a caller's reach. */
@Injectable()
export class FindCoaching {
  constructor(private readonly dataSource: DataSource) {}

  async list({ origin, aggregator }: Reach, filter: CoachingFilter): Promise<Page<CoachingView>> {
    const rows = await this.dataSource.query<RowOf<typeof COACHING>[]>(
      `SELECT ${COACHING.columns} FROM coaching WHERE ($1::text IS NULL OR origin = $1) AND ($2::uuid IS NULL OR id > $2)
         AND ($3::uuid IS NULL OR producer_id = $3) AND ($4::text IS NULL OR kind = $4)
         AND ($5::date IS NULL OR date >= $5) AND ($6::date IS NULL OR date <= $6)
         AND ${ofAggregator('coaching.producer_id', '$8')}
       ORDER BY id LIMIT $7`,
      [
        origin,
        filter.cursor ?? null,
        filter.producer ?? null,
        filter.kind ?? null,
        filter.from ?? null,
        filter.to ?? null,
        filter.limit + 1,
        aggregator,
      ],
    );
    return pageOf(rows, filter.limit);
  }
}
