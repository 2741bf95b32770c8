import type { Tx } from '#platform/database/transactions.js';
import type { Row } from './rows.js';

/**
 * Inserts or updates many rows of one table in one statement.
 *
 * @param key columns of the primary key
 * @param rows all with the same columns; empty: nothing is sent
 */
export async function upsert(tx: Tx, table: string, key: readonly string[], rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const updates = columns.filter((column) => !key.includes(column)).map((column) => `${column} = excluded.${column}`);
  await tx.query(
    `INSERT INTO ${table} (${columns.join(', ')})
     SELECT ${columns.join(', ')} FROM json_populate_recordset(NULL::${table}, $1::json)
     ON CONFLICT (${key.join(', ')}) DO ${updates.length > 0 ? `UPDATE SET ${updates.join(', ')}` : 'NOTHING'}`,
    [JSON.stringify(rows)],
  );
}
