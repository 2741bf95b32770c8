import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addDays, localDateAt } from '#kernel/local-date.js';
import { notFound } from '#platform/http/validate.js';
import { differenceOf, type RowDifference, type Term } from '../domain/term.js';
import { VISIBLE } from '../persistence/visible.js';
import { PRICE_BAND } from '../persistence/price-band.js';

interface EditionRow {
  readonly edition: number;
  readonly origin: string;
  readonly effectiveTo: Date;
  readonly number: string | null;
  readonly sha256: string | null;
  readonly at: Date;
  readonly by: string;
  readonly remark: string | null;
}

export interface Edition extends Omit<EditionRow, 'origin' | 'effectiveTo'> {
  /** Last day in force, inclusive. */
  readonly effectiveTo: string;
}

export interface EditionDifference {
  readonly before: Edition;
  readonly after: Edition;
  readonly rows: readonly RowDifference[];
}

/** Editions of a signed agreement, for its parties. `region` null: operations. */
@Injectable()
export class FindAddenda {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * @returns every edition, the PKS itself first
   * @throws DomainError NOT_FOUND
   */
  async list(region: string | null, id: string): Promise<{ items: readonly Edition[] }> {
    const [agreement]: object[] = await this.dataSource.query(
      `SELECT a.id FROM agreement a WHERE ${VISIBLE} AND a.id = $2`,
      [region, id],
    );
    if (!agreement) throw notFound();
    const rows: EditionRow[] = await this.dataSource.query(
      `SELECT e.number AS edition, a.origin, e.effective_to AS "effectiveTo", e.document_number AS number, e.sha256,
              e.recorded_at AS at, e.recorded_by AS by, e.remark
       FROM edition e JOIN agreement a ON a.id = e.agreement_id WHERE e.agreement_id = $1 ORDER BY e.number`,
      [id],
    );
    return {
      items: rows.map(({ origin, effectiveTo, ...row }) => ({
        ...row,
        effectiveTo: addDays(localDateAt(effectiveTo, origin), -1),
      })),
    };
  }

  /**
   * The two columns of an addendum: the edition before it and the one that it made.
   *
   * @throws DomainError NOT_FOUND
   */
  async difference(region: string | null, id: string, edition: number): Promise<EditionDifference> {
    const { items } = await this.list(region, id);
    const before = items.find((one) => one.edition === edition - 1);
    const after = items.find((one) => one.edition === edition);
    if (!before || !after) throw notFound();
    return { before, after, rows: differenceOf(await this.terms(id, edition - 1), await this.terms(id, edition)) };
  }

  private terms(id: string, edition: number): Promise<Term[]> {
    return this.dataSource.query(
      `SELECT id, destination, commodity, unit, quota, period, minimum_lot AS "minimumLot", freight,
              transit_days AS "transitDays", certificates, reserved, release_hour AS "releaseHour",
              ${PRICE_BAND} AS "priceBand"
       FROM edition_term WHERE agreement_id = $1 AND edition = $2`,
      [id, edition],
    );
  }
}
