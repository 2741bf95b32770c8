import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#kernel/domain-error.js';
import { uuidv7 } from '#kernel/uuid.js';
import type { Caller } from '#platform/access/allow.js';
import { Transactions } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import { insertInto } from '#platform/database/sql.js';

/** An order that is not placed yet, as its region's people see it. */
export interface DraftView {
  readonly id: string;
  readonly title: string | null;
  readonly order: object;
  readonly version: number;
  readonly changedBy: string;
  readonly changedAt: Date;
  /** The order that it became; such a draft does not change any more. */
  readonly placedAs: string | null;
}

const SELECT = `SELECT id, title, body AS "order", version, changed_by AS "changedBy", changed_at AS "changedAt",
  placed_as AS "placedAs" FROM order_draft`;

/** Keeps drafts of a region's orders. No market knows of them. */
@Injectable()
export class Drafts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  keep(
    { region, subject }: Caller,
    draft: { title?: string; order: object },
  ): Promise<{ id: string; version: number }> {
    return this.transactions.runOnce(async (tx) => {
      const id = uuidv7();
      const body = JSON.stringify(draft.order);
      await tx.query(...insertInto('order_draft', { id, region, title: draft.title, body, changed_by: subject }));
      return { id, version: 1 };
    });
  }

  /** @throws DomainError NOT_FOUND, VERSION_CONFLICT, ILLEGAL_TRANSITION once it is placed */
  change(
    { region, subject }: Caller,
    id: string,
    version: number,
    draft: { title?: string; order: object },
  ): Promise<{ id: string; version: number }> {
    return this.transactions.run(async (tx) => {
      const [row] = await tx.query<DraftView>(`${SELECT} WHERE id = $1 AND region = $2 FOR UPDATE`, [id, region]);
      if (!row) throw notFound();
      if (row.placedAs !== null) throw new DomainError('ILLEGAL_TRANSITION.draft-placed');
      if (row.version !== version) throw new DomainError('VERSION_CONFLICT');
      await tx.query(
        `UPDATE order_draft SET title = $2, body = $3, version = version + 1, changed_by = $4, changed_at = now() WHERE id = $1`,
        [id, draft.title ?? null, JSON.stringify(draft.order), subject],
      );
      return { id, version: version + 1 };
    });
  }

  /** @throws DomainError NOT_FOUND */
  discard({ region }: Caller, id: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const rows = await tx.query('DELETE FROM order_draft WHERE id = $1 AND region = $2 RETURNING id', [id, region]);
      if (rows.length === 0) throw notFound();
    });
  }

  /** The latest first, at most 200. */
  async all({ region }: Caller): Promise<{ items: DraftView[] }> {
    const items = await this.dataSource.query<DraftView[]>(
      `${SELECT} WHERE region = $1 ORDER BY changed_at DESC, id LIMIT 200`,
      [region],
    );
    return { items };
  }

  /** @throws DomainError NOT_FOUND */
  async one({ region }: Caller, id: string): Promise<DraftView> {
    const [draft] = await this.dataSource.query<DraftView[]>(`${SELECT} WHERE id = $1 AND region = $2`, [id, region]);
    if (!draft) throw notFound();
    return draft;
  }

  async placed(id: string, orderId: string): Promise<void> {
    await this.dataSource.query('UPDATE order_draft SET placed_as = $2 WHERE id = $1', [id, orderId]);
  }
}
