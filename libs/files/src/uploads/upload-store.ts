import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { FileNote } from '#kernel/refusals/file-notes.js';
import { insertInto } from '#platform/database/sql.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import type { Judged, RowState } from './judge-rows.js';

/** Keeps uploads while they are read: nobody sees one before all of it is there. */
@Injectable()
export class UploadStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** The upload that is known by this. */
  async known(identity: string): Promise<string | undefined> {
    const [row] = await this.dataSource.query<{ id: string }[]>('SELECT id FROM upload WHERE identity = $1', [
      identity,
    ]);
    return row?.id;
  }

  /** It keeps its rows; the next of the same bytes is another. */
  async retire(id: string, identity: string): Promise<void> {
    await this.dataSource.query(`UPDATE upload SET identity = identity || ' ' || id WHERE id = $1 AND identity = $2`, [
      id,
      identity,
    ]);
  }

  /** @param columns of the row, by their names in the table */
  async begin(columns: Readonly<Record<string, unknown>>): Promise<void> {
    await this.dataSource.query(...insertInto('upload', { ...columns, state: 'reading' }));
  }

  async note(id: string, notes: readonly FileNote[]): Promise<void> {
    await this.dataSource.query('UPDATE upload SET notes = $2 WHERE id = $1', [id, JSON.stringify(notes)]);
  }

  async drop(id: string): Promise<void> {
    await this.dataSource.query('DELETE FROM upload WHERE id = $1', [id]);
  }

  /** Keeps rows as they were judged, with what they make of earlier ones. */
  async insert(id: string, { rows, first }: Judged): Promise<void> {
    const count = (state: RowState): number => rows.filter((row) => row.state === state).length;
    await this.transactions.run(async (tx) => {
      await tx.query(
        `INSERT INTO upload_row (upload_id, number, state, key, meaning, cells, faults, body)
         SELECT $1, r.number, r.state, r.key, r.meaning, r.cells, r.faults, nullif(r.body::text, 'null')::json
         FROM json_to_recordset($2::json)
           AS r (number integer, state text, key text, meaning text, cells json, faults json, body json)`,
        [id, JSON.stringify(rows)],
      );
      const doubted = first.length === 0 ? 0 : await doubt(tx, id, first);
      await tx.query('UPDATE upload SET green = green + $2, amber = amber + $3, red = red + $4 WHERE id = $1', [
        id,
        count('green') - doubted,
        count('amber') + doubted,
        count('red'),
      ]);
    });
  }

  /** Makes it visible, unless the same file was faster; then that one is it. */
  async show(id: string, identity: string): Promise<{ id: string; isNew: boolean }> {
    return this.transactions.run(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [identity]);
      const [known] = await tx.query<{ id: string }>('SELECT id FROM upload WHERE identity = $1', [identity]);
      if (known) {
        await tx.query('DELETE FROM upload WHERE id = $1', [id]);
        return { id: known.id, isNew: false };
      }
      await tx.query(`UPDATE upload SET identity = $2, state = 'preview' WHERE id = $1`, [id, identity]);
      return { id, isNew: true };
    });
  }
}

/** Makes earlier rows amber that one of the later ones is exactly like. @returns how many of them were green */
async function doubt(tx: Tx, id: string, first: Judged['first']): Promise<number> {
  const doubted = await tx.query(
    `UPDATE upload_row SET state = 'amber', faults = r.faults
     FROM json_to_recordset($2::json) AS r (number integer, faults json)
     WHERE upload_id = $1 AND upload_row.number = r.number AND state = 'green' RETURNING r.number`,
    [id, JSON.stringify(first)],
  );
  return doubted.length;
}
