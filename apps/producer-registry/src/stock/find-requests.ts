import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DataScope } from '#platform/access/data-scope.js';
import { pageOf, type Page } from '#platform/http/shapes.js';
import type { LotRequest, StatementCorrection } from '../persistence/lot-requests.js';
import { named } from '#platform/database/sql.js';

export interface LotRequestView {
  readonly id: string;
  readonly lotId: string;
  readonly kind: LotRequest['kind'];
  /** Base units; null: all of it, or a hold, which has no quantity. */
  readonly quantity: number | null;
  /** Null: routing has not decided yet, or a hold. */
  readonly granted: number | null;
  /** Of a correction that got nothing, most that could have been taken off: the rest is promised or has left. */
  readonly available: number | null;
  /** Of a correction: figures of the statement before, and once it is granted. */
  readonly correction: StatementCorrection | null;
  readonly producerId: string | null;
  readonly cause: string | null;
  readonly askedBy: string;
  readonly askedAt: Date;
}

/** What was asked of lots, and what became of it. Within a caller's data scope. */
@Injectable()
export class FindRequests {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns `granted` null: routing has not decided yet, or a hold, which has no quantity */
  async list(
    { origin, aggregator }: DataScope,
    filter: { readonly limit: number; readonly cursor?: string; readonly lot?: string },
  ): Promise<Page<LotRequestView>> {
    const rows: LotRequestView[] = await this.dataSource.query(
      ...named(
        `SELECT r.id, r.lot_id AS "lotId", r.kind, r.quantity, r.granted, r.available, r.correction, r.producer_id AS "producerId", r.cause,
              r.asked_by AS "askedBy", r.asked_at AS "askedAt"
       FROM lot_request r JOIN lot l ON l.id = r.lot_id
       WHERE (:origin::text IS NULL OR l.origin = :origin) AND (:cursor::uuid IS NULL OR r.id > :cursor)
         AND (:lot::uuid IS NULL OR r.lot_id = :lot) AND (:aggregator::uuid IS NULL OR l.seller_id = :aggregator)
       ORDER BY r.id LIMIT :most`,
        { origin, aggregator, cursor: filter.cursor, lot: filter.lot, most: filter.limit + 1 },
      ),
    );
    return pageOf(rows, filter.limit);
  }
}
