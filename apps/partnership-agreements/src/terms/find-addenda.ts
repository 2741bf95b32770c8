import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addDays, localDateAt } from '#kernel/local-date.js';
import type { RowOf } from '#platform/database/table.js';
import { notFound } from '#platform/http/validate.js';
import { differenceOf, type RowDifference, type Term } from '../domain/term.js';
import { VISIBLE } from '../persistence/visible.js';
import { EDITION, EDITION_TERM, type EditionRecord } from '../persistence/tables.js';
import { named } from '#platform/database/sql.js';

export interface Edition extends Omit<EditionRecord, 'effectiveTo'> {
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
    const [agreement] = await this.dataSource.query<{ origin: string }[]>(
      ...named(`SELECT a.origin FROM agreement a WHERE ${VISIBLE} AND a.id = :id`, { region, id }),
    );
    if (!agreement) throw notFound();
    const rows = await this.dataSource.query<RowOf<typeof EDITION>[]>(
      `SELECT ${EDITION.columns} FROM edition e WHERE e.agreement_id = $1 ORDER BY e.number`,
      [id],
    );
    return {
      items: rows.map(({ effectiveTo, ...row }) => ({
        ...row,
        effectiveTo: addDays(localDateAt(effectiveTo, agreement.origin), -1),
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
    return this.dataSource.query<RowOf<typeof EDITION_TERM>[]>(
      `SELECT ${EDITION_TERM.columns} FROM edition_term WHERE agreement_id = $1 AND edition = $2`,
      [id, edition],
    );
  }
}
