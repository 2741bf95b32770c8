import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DataScope } from '#platform/access/data-scope.js';
import type { RowOf } from '#platform/database/table.js';
import { pageOf, type Page } from '#platform/http/shapes.js';
import { notFound } from '#platform/http/validate.js';
import { REPETITION, REPETITION_LINE } from '../persistence/tables.js';
import { named } from '#platform/database/sql.js';

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

export interface RepeatedPage {
  readonly items: readonly RepeatedView[];
  /** The position to go on after; absent on the last page. */
  readonly next?: number;
}

/** What is stated each day of one contributor. Base units. */
export interface RepeatedView {
  readonly position: number;
  readonly producerId: string;
  readonly name: string;
  readonly produced: number;
  readonly committedToExport: number;
  readonly committedAtHome: number;
  readonly held: number;
}

/** What repeats until changed, within a caller's data scope. */
@Injectable()
export class FindRepetitions {
  constructor(private readonly dataSource: DataSource) {}

  /** Running ones, each with its last day: what was stated, and how many contributors were left out of it. */
  async list(
    { origin, aggregator }: DataScope,
    filter: { readonly limit: number; readonly cursor?: string; readonly seller?: string },
  ): Promise<Page<RepetitionView>> {
    const rows = await this.dataSource.query<
      (RowOf<typeof REPETITION> & Pick<RepetitionView, 'contributors' | 'last'>)[]
    >(
      ...named(
        `SELECT ${REPETITION.columns},
              (SELECT count(*)::int FROM repetition_line l WHERE l.repetition_id = r.id) AS contributors,
              (SELECT json_build_object('day', d.day, 'statementId', d.statement_id, 'leftOut', d.left_out)
               FROM repetition_day d WHERE d.repetition_id = r.id ORDER BY d.day DESC LIMIT 1) AS last
       FROM repetition r
       WHERE r.stopped_at IS NULL AND (:origin::text IS NULL OR r.origin = :origin)
         AND (:cursor::uuid IS NULL OR r.id > :cursor)
         AND (:aggregator::uuid IS NULL OR r.seller_id = :aggregator) AND (:seller::uuid IS NULL OR r.seller_id = :seller)
       ORDER BY r.id LIMIT :most`,
        { origin, aggregator, cursor: filter.cursor, seller: filter.seller, most: filter.limit + 1 },
      ),
    );
    return pageOf(rows, filter.limit);
  }

  /** A page of up to `limit` contributors after position `after`. @throws DomainError NOT_FOUND, also when it is stopped */
  async contributions(
    { origin, aggregator }: DataScope,
    id: string,
    { limit, after }: { readonly limit: number; readonly after: number },
  ): Promise<RepeatedPage> {
    const [known]: object[] = await this.dataSource.query(
      `SELECT id FROM repetition WHERE id = $1 AND stopped_at IS NULL
         AND ($2::text IS NULL OR origin = $2) AND ($3::uuid IS NULL OR seller_id = $3)`,
      [id, origin, aggregator],
    );
    if (!known) throw notFound();
    const rows = await this.dataSource.query<(RowOf<typeof REPETITION_LINE> & { position: number; name: string })[]>(
      `SELECT l.position, p.name, ${REPETITION_LINE.as('l').columns}
       FROM repetition_line l JOIN producer p ON p.id = l.producer_id
       WHERE l.repetition_id = $1 AND l.position > $2 ORDER BY l.position LIMIT $3`,
      [id, after, limit + 1],
    );
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return rows.length > limit && last ? { items, next: last.position } : { items };
  }
}
