import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Reach } from '#platform/access/reach.js';
import { pageOf, type Page } from '#platform/http/shapes.js';
import type { LotRequest } from '../persistence/lot-requests.js';

export interface LotRequestView {
  readonly id: string;
  readonly lotId: string;
  readonly kind: LotRequest['kind'];
  /** Base units; null: all of it, or a hold, which has no quantity. */
  readonly quantity: number | null;
  /** Null: routing has not decided yet, or a hold. */
  readonly granted: number | null;
  readonly producerId: string | null;
  readonly cause: string | null;
  readonly askedBy: string;
  readonly askedAt: Date;
}

/** What was asked of lots, and what became of it. Within a caller's reach. */
@Injectable()
export class FindRequests {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns `granted` null: routing has not decided yet, or a hold, which has no quantity */
  async list(
    { origin, aggregator }: Reach,
    filter: { readonly limit: number; readonly cursor?: string; readonly lot?: string },
  ): Promise<Page<LotRequestView>> {
    const rows: LotRequestView[] = await this.dataSource.query(
      `SELECT r.id, r.lot_id AS "lotId", r.kind, r.quantity, r.granted, r.producer_id AS "producerId", r.cause,
              r.asked_by AS "askedBy", r.asked_at AS "askedAt"
       FROM lot_request r JOIN lot l ON l.id = r.lot_id
       WHERE ($1::text IS NULL OR l.origin = $1) AND ($2::uuid IS NULL OR r.id > $2)
         AND ($3::uuid IS NULL OR r.lot_id = $3) AND ($5::uuid IS NULL OR l.seller_id = $5)
       ORDER BY r.id LIMIT $4`,
      [origin, filter.cursor ?? null, filter.lot ?? null, filter.limit + 1, aggregator],
    );
    return pageOf(rows, filter.limit);
  }
}
