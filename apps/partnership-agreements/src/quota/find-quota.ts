import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { QuotaKind } from '#kernel/states.js';
import type { BaseUnit } from '#kernel/units.js';
import { notFound } from '#platform/http/validate.js';
import type { Term } from '../domain/term.js';
import { VISIBLE } from '../persistence/visible.js';
import { named } from '#platform/database/sql.js';

/** What is spent of a terms row in one period; the row's own fields are null where no edition has it any more. */
export interface QuotaView {
  readonly termId: string;
  /** First local day of the period at the origin, or `whole`. */
  readonly period: string;
  readonly capacity: number;
  readonly consumed: number;
  readonly version: number;
  readonly destination: string | null;
  readonly commodity: string | null;
  readonly unit: BaseUnit | null;
  readonly every: Term['period'] | null;
  /** Of the row; what is no `cap` has a `capacity` that nobody reaches. */
  readonly quotaKind: QuotaKind | null;
  /** Volume that a `target` aims at in a period; null for the others. */
  readonly target: number | null;
}

/** The quota ledger of one agreement, for its parties. */
@Injectable()
export class FindQuota {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * @returns the spent cells of each terms row, newest period first, at most 1,000 of them
   * @throws DomainError NOT_FOUND
   */
  async run(region: string | null, id: string): Promise<{ items: readonly QuotaView[] }> {
    const [agreement]: object[] = await this.dataSource.query(
      ...named(`SELECT a.id FROM agreement a WHERE ${VISIBLE} AND a.id = :id`, { region, id }),
    );
    if (!agreement) throw notFound();
    const items: QuotaView[] = await this.dataSource.query(
      `SELECT q.term_id AS "termId", q.period, q.capacity, q.consumed, q.version, t.destination, t.commodity, t.unit,
              t.period AS every, t.quota_kind AS "quotaKind", CASE t.quota_kind WHEN 'target' THEN t.quota END AS target
       FROM quota_cell q LEFT JOIN LATERAL (
         SELECT e.* FROM edition_term e WHERE e.agreement_id = q.agreement_id AND e.id::text = q.term_id
         ORDER BY e.edition DESC LIMIT 1) t ON true
       WHERE q.agreement_id = $1 ORDER BY q.period DESC, q.term_id LIMIT 1000`,
      [id],
    );
    return { items };
  }
}
