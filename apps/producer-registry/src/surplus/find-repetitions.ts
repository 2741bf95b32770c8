import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Reach } from '#platform/access/reach.js';
import { pageOf, type Page } from '#platform/http/shapes.js';

export interface RepetitionView {
  readonly id: string;
  readonly origin: string;
  readonly sellerId: string;
  readonly productId: string;
  readonly floorPrice: number;
  readonly lifeDays: number | null;
  readonly nextDay: string;
  readonly contributors: number;
  /** Its last day: what was stated, and how many contributors were left out of it; null before the first. */
  readonly last: { readonly day: string; readonly statementId: string | null; readonly leftOut: number } | null;
}

/** What repeats until changed, within a caller's reach. */
@Injectable()
export class FindRepetitions {
  constructor(private readonly dataSource: DataSource) {}

  /** Running ones, each with its last day: what was stated, and how many contributors were left out of it. */
  async list(
    { origin, aggregator }: Reach,
    filter: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<RepetitionView>> {
    const rows: RepetitionView[] = await this.dataSource.query(
      `SELECT r.id, r.origin, r.seller_id AS "sellerId", r.product_id AS "productId", r.floor_price AS "floorPrice",
              r.life_days AS "lifeDays", r.next_day::text AS "nextDay",
              (SELECT count(*)::int FROM repetition_line l WHERE l.repetition_id = r.id) AS contributors,
              (SELECT json_build_object('day', d.day, 'statementId', d.statement_id, 'leftOut', d.left_out)
               FROM repetition_day d WHERE d.repetition_id = r.id ORDER BY d.day DESC LIMIT 1) AS last
       FROM repetition r
       WHERE r.stopped_at IS NULL AND ($1::text IS NULL OR r.origin = $1) AND ($2::uuid IS NULL OR r.id > $2)
         AND ($4::uuid IS NULL OR r.seller_id = $4)
       ORDER BY r.id LIMIT $3`,
      [origin, filter.cursor ?? null, filter.limit + 1, aggregator],
    );
    return pageOf(rows, filter.limit);
  }
}
