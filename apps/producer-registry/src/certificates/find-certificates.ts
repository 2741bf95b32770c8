import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CertificateStatus } from '#kernel/states.js';
import { BusinessClock } from '#kernel/business-clock.js';
import { addDays, daysBetween, localDateAt } from '#kernel/local-date.js';
import { ofAggregator } from '../persistence/of-aggregator.js';
import { CERTIFICATE } from '../persistence/tables.js';
import type { DataScope } from '#platform/access/data-scope.js';
import type { RowOf } from '#platform/database/table.js';
import { pageOf, type Page } from '#platform/http/shapes.js';
import { named } from '#platform/database/sql.js';

export interface CertificateFilter {
  readonly limit: number;
  readonly cursor?: string;
  readonly producer?: string;
  readonly status?: string;
  readonly endingBy?: string;
}

type Kind = 'P-IRT' | 'HALAL' | 'SNI' | 'ORGANIC' | 'MD';

export interface CertificateView {
  readonly id: string;
  readonly producerId: string;
  readonly kind: Kind;
  readonly number: string;
  /** Commodities that it covers; empty: all of its holder. */
  readonly products: readonly string[];
  /** Of a group's certificate: members whose goods it covers; empty: all that its holder sells. */
  readonly members: readonly string[];
  readonly issued: string;
  /** Last day on which it holds; null: it has no end. */
  readonly until: string | null;
  readonly status: CertificateStatus;
  readonly verifiedBy: string | null;
  readonly version: number;
}

export interface EndingCertificate extends Pick<CertificateView, 'id' | 'producerId' | 'kind' | 'number' | 'products'> {
  /** Name of its holder. */
  readonly producer: string;
  readonly until: string;
  /** 0 on the last day on which it holds, below 0 after it. */
  readonly daysLeft: number;
}

/** Reads of certificates within a caller's data scope. */
@Injectable()
export class FindCertificates {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: BusinessClock,
  ) {}

  async list({ origin, aggregator }: DataScope, filter: CertificateFilter): Promise<Page<CertificateView>> {
    const { limit, cursor, producer, status, endingBy } = filter;
    const rows = await this.dataSource.query<RowOf<typeof CERTIFICATE>[]>(
      ...named(
        `SELECT ${CERTIFICATE.columns} FROM certificate
         WHERE (:origin::text IS NULL OR origin = :origin) AND (:cursor::uuid IS NULL OR id > :cursor)
           AND (:producer::uuid IS NULL OR producer_id = :producer) AND (:status::text IS NULL OR status = :status)
           AND (:endingBy::date IS NULL OR until <= :endingBy) AND ${ofAggregator('certificate.producer_id')}
         ORDER BY id LIMIT :most`,
        { origin, aggregator, cursor, producer, status, endingBy, most: limit + 1 },
      ),
    );
    return pageOf(
      rows.map(({ origin: _, ...view }) => view),
      limit,
    );
  }

  /**
   * Verified certificates of producers that are not closed, by the day on which they end.
   *
   * @returns `daysLeft` is 0 on the last day on which it holds, and below 0 after it
   */
  async ending(
    { origin, aggregator }: DataScope,
    filter: { readonly limit: number; readonly cursor?: string; readonly days: number; readonly past: number },
  ): Promise<Page<EndingCertificate>> {
    // Who watches over every region counts by the clock of Jakarta.
    const today = localDateAt(this.clock.now(), origin ?? '31');
    const rows: Omit<EndingCertificate, 'daysLeft'>[] = await this.dataSource.query(
      ...named(
        `SELECT c.id, c.producer_id AS "producerId", p.name AS producer, c.kind, c.number, c.products, c.until::text
         FROM certificate c JOIN producer p ON p.id = c.producer_id
         WHERE (:origin::text IS NULL OR c.origin = :origin) AND c.status = 'verified' AND p.status <> 'closed'
           AND c.until BETWEEN :from AND :to
           AND (:cursor::uuid IS NULL OR (c.until, c.id) > ((SELECT until FROM certificate WHERE id = :cursor), :cursor))
           AND ${ofAggregator('c.producer_id')}
         ORDER BY c.until, c.id LIMIT :most`,
        {
          ...{ origin, aggregator, cursor: filter.cursor, most: filter.limit + 1 },
          ...{ from: addDays(today, -filter.past), to: addDays(today, filter.days) },
        },
      ),
    );
    return pageOf(
      rows.map((row) => ({ ...row, daysLeft: daysBetween(today, row.until) })),
      filter.limit,
    );
  }
}
