import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { pageOf, type Page } from '#platform/http/shapes.js';
import { notFound } from '#platform/http/validate.js';

export interface LotFilter {
  readonly limit: number;
  readonly cursor?: string;
  readonly commodity?: string;
  readonly seller?: string;
  readonly contributor?: string;
}

/** A lot with the balance that routing last told of it; `balance` null: routing has not yet answered. */
const SELECT = `SELECT l.id, l.origin, l.seller_id AS "sellerId", s.name AS seller, l.statement_id AS "statementId", l.pooled,
  l.product_id AS "productId", l.commodity, l.unit, l.quantity, l.produced_on::text AS "producedOn",
  l.best_before::text AS "bestBefore", l.floor_price AS "floorPrice", l.certificates, l.verified,
  l.standing_consent AS "standingConsent", l.on_hold AS "onHold", l.contributions_count AS contributors,
  CASE WHEN b.lot_id IS NOT NULL THEN json_build_object('version', b.version, 'declared', b.declared, 'free', b.free,
    'held', b.held, 'offered', b.offered, 'confirmed', b.confirmed, 'inTransit', b.in_transit, 'delivered', b.delivered,
    'withdrawn', b.withdrawn, 'writtenOff', b.written_off, 'suspended', b.suspended, 'expired', b.expired,
    'spoiled', b.spoiled, 'recalled', b.recalled) END AS balance
  FROM lot l JOIN producer s ON s.id = l.seller_id LEFT JOIN lot_balance b ON b.lot_id = l.id`;

/** Reads of lots. `origin` null: of every region. */
@Injectable()
export class FindLots {
  constructor(private readonly dataSource: DataSource) {}

  async list(origin: string | null, filter: LotFilter): Promise<Page<{ id: string }>> {
    const rows: { id: string }[] = await this.dataSource.query(
      `${SELECT} WHERE ($1::text IS NULL OR l.origin = $1) AND ($2::uuid IS NULL OR l.id > $2)
         AND ($3::text IS NULL OR l.commodity = $3) AND ($4::uuid IS NULL OR l.seller_id = $4)
         AND ($5::uuid IS NULL OR EXISTS (SELECT FROM lot_contribution c WHERE c.lot_id = l.id AND c.producer_id = $5))
       ORDER BY l.id LIMIT $6`,
      [
        origin,
        filter.cursor ?? null,
        filter.commodity ?? null,
        filter.seller ?? null,
        filter.contributor ?? null,
        filter.limit + 1,
      ],
    );
    return pageOf(rows, filter.limit);
  }

  /** @throws DomainError NOT_FOUND */
  async one(origin: string | null, id: string): Promise<object> {
    const rows: object[] = await this.dataSource.query(
      `${SELECT} WHERE l.id = $1 AND ($2::text IS NULL OR l.origin = $2)`,
      [id, origin],
    );
    if (!rows[0]) throw notFound();
    return rows[0];
  }

  /**
   * Contributions of a lot in the order of its hash, a page of up to `limit` after position `after`.
   *
   * @throws DomainError NOT_FOUND
   */
  async contributions(
    origin: string | null,
    id: string,
    { limit, after }: { readonly limit: number; readonly after: number },
  ): Promise<{ items: readonly object[]; next?: number }> {
    await this.one(origin, id);
    const rows: { position: number }[] = await this.dataSource.query(
      `SELECT position, producer_id AS "producerId", quantity FROM lot_contribution
       WHERE lot_id = $1 AND position > $2 ORDER BY position LIMIT $3`,
      [id, after, limit + 1],
    );
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return rows.length > limit && last ? { items, next: last.position } : { items };
  }
}
