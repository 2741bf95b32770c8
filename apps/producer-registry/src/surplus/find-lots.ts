import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LegalFacts } from '#kernel/certificate-rules.js';
import type { BaseUnit } from '#kernel/units.js';
import type { DataScope } from '#platform/access/data-scope.js';
import type { RowOf } from '#platform/database/table.js';
import { pageOf, type Page } from '#platform/http/shapes.js';
import { notFound } from '#platform/http/validate.js';
import { LOT, LOT_BALANCE, LOT_CONTRIBUTION, type LotBalance } from '../persistence/tables.js';
import { named } from '#platform/database/sql.js';

export interface LotFilter {
  readonly limit: number;
  readonly cursor?: string;
  readonly commodity?: string;
  readonly seller?: string;
  readonly contributor?: string;
  readonly order: 'oldest' | 'newest';
}

export interface LotView {
  readonly id: string;
  readonly origin: string;
  readonly sellerId: string;
  /** The seller's name. */
  readonly seller: string;
  readonly statementId: string;
  readonly pooled: boolean;
  readonly productId: string;
  readonly commodity: string;
  readonly unit: BaseUnit;
  /** Base units, as is all of its balance. */
  readonly quantity: number;
  readonly producedOn: string;
  readonly bestBefore: string | null;
  /** Rupiah per trade unit. */
  readonly floorPrice: number;
  readonly certificates: readonly { readonly kind: string; readonly until?: string }[];
  /** What the law wants to know of the goods; null: an earlier release declared them. */
  readonly law: LegalFacts | null;
  readonly verified: boolean;
  readonly standingConsent: boolean;
  /** Nothing more of it is promised or bound while it is. */
  readonly onHold: boolean;
  readonly contributors: number;
  /** What the contributor that was asked for has given; null: nobody in particular was. */
  readonly contributed: number | null;
  /** declared = the sum of the rest; null: routing has not yet answered. */
  readonly balance: LotBalance | null;
}

export interface ContributionsPage {
  readonly items: readonly {
    readonly position: number;
    readonly producerId: string;
    readonly quantity: number;
    /** What its goods hold by themselves; null: what the lot holds. */
    readonly certificates: readonly { readonly kind: string; readonly until?: string }[] | null;
  }[];
  /** The position to go on after; absent on the last page. */
  readonly next?: number;
}

/**
 * Lots with the balance that routing last told of each, looked up lot by lot: a join may read all sellers for one page.
 *
 * @param contributed what the contributor that was asked for has given
 */
const select = (contributed: string): string =>
  `SELECT ${LOT.as('l').columns}, (SELECT name FROM producer WHERE id = l.seller_id) AS seller, ${contributed} AS contributed,
     (SELECT ${LOT_BALANCE.as('b').json} FROM lot_balance b WHERE b.lot_id = l.id) AS balance
   FROM lot l`;

interface Row extends RowOf<typeof LOT> {
  readonly seller: string;
  readonly contributed: number | null;
  readonly balance: LotBalance | null;
}

function shown({ contributionsCount: contributors, contributionsHash: _, version: __, ...lot }: Row): LotView {
  return { ...lot, contributors };
}

/** Reads of lots within a caller's data scope: an aggregator's are those that it sells. */
@Injectable()
export class FindLots {
  constructor(private readonly dataSource: DataSource) {}

  async list({ origin, aggregator }: DataScope, filter: LotFilter): Promise<Page<LotView>> {
    const { limit, cursor, commodity, seller, contributor } = filter;
    const contributed =
      '(SELECT sum(quantity)::bigint FROM lot_contribution WHERE lot_id = l.id AND producer_id = :contributor::uuid)';
    const ofContributor = contributor
      ? 'l.id IN (SELECT c.lot_id FROM lot_contribution c WHERE c.producer_id = :contributor)'
      : ':contributor::uuid IS NULL';
    const [direction, beyond] = filter.order === 'newest' ? ['DESC', '<'] : ['ASC', '>'];
    const rows = await this.dataSource.query<Row[]>(
      ...named(
        `${select(contributed)}
         WHERE (:origin::text IS NULL OR l.origin = :origin) AND (:cursor::uuid IS NULL OR l.id ${beyond} :cursor)
           AND (:commodity::text IS NULL OR l.commodity = :commodity) AND (:seller::uuid IS NULL OR l.seller_id = :seller)
           AND ${ofContributor} AND (:aggregator::uuid IS NULL OR l.seller_id = :aggregator)
         ORDER BY l.id ${direction} LIMIT :most`,
        { origin, aggregator, cursor, commodity, seller, contributor, most: limit + 1 },
      ),
    );
    return pageOf(rows.map(shown), limit);
  }

  /** @throws DomainError NOT_FOUND */
  async one({ origin, aggregator }: DataScope, id: string): Promise<LotView> {
    const rows = await this.dataSource.query<Row[]>(
      `${select('NULL')} WHERE l.id = $1 AND ($2::text IS NULL OR l.origin = $2) AND ($3::uuid IS NULL OR l.seller_id = $3)`,
      [id, origin, aggregator],
    );
    if (!rows[0]) throw notFound();
    return shown(rows[0]);
  }

  /**
   * Contributions of a lot in the order of its hash, a page of up to `limit` after position `after`.
   *
   * @throws DomainError NOT_FOUND
   */
  async contributions(
    scope: DataScope,
    id: string,
    { limit, after }: { readonly limit: number; readonly after: number },
  ): Promise<ContributionsPage> {
    await this.one(scope, id);
    const rows = await this.dataSource.query<RowOf<typeof LOT_CONTRIBUTION>[]>(
      `SELECT ${LOT_CONTRIBUTION.columns} FROM lot_contribution
       WHERE lot_id = $1 AND position > $2 ORDER BY position LIMIT $3`,
      [id, after, limit + 1],
    );
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return rows.length > limit && last ? { items, next: last.position } : { items };
  }
}
