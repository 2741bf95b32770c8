import type { Tx } from '#platform/database/transactions.js';

export type Row = Readonly<Record<string, unknown>>;
export interface VersionedRow extends Row {
  readonly version: number;
}

/**
 * Writes the state that events carry, many rows of one table in one statement. An older version changes nothing, so
 * duplicates and events out of order are harmless.
 *
 * @param key columns of the primary key
 * @param rows all with the same columns; several versions of one row may be among them
 */
export async function project(
  tx: Tx,
  table: string,
  key: readonly string[],
  rows: readonly VersionedRow[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const updates = columns.filter((column) => !key.includes(column)).map((column) => `${column} = excluded.${column}`);
  await tx.query(
    `INSERT INTO ${table} (${columns.join(', ')})
     SELECT ${columns.join(', ')} FROM json_populate_recordset(NULL::${table}, $1::json)
     ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${updates.join(', ')} WHERE ${table}.version < excluded.version`,
    [JSON.stringify(newest(key, rows))],
  );
}

/** Changes some columns of one row that an older version has written. */
export async function replace(tx: Tx, table: string, key: Row, row: VersionedRow): Promise<void> {
  const columns = Object.keys(row);
  const given = (from: Row): string =>
    Object.keys(from)
      .map((column) => `given.${column}`)
      .join(', ');
  await tx.query(
    `UPDATE ${table} SET (${columns.join(', ')}) = ROW (${given(row)})
     FROM json_populate_record(NULL::${table}, $1::json) AS given
     WHERE (${Object.keys(key)
       .map((column) => `${table}.${column}`)
       .join(', ')}) = (${given(key)}) AND ${table}.version < given.version`,
    [JSON.stringify({ ...key, ...row })],
  );
}

/** Writes facts that never change, many in one statement; those that are there already stay. */
export async function record(tx: Tx, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  await tx.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1::json)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows)],
  );
}

/** One statement may not touch a row twice: the highest version of each stays. */
function newest(key: readonly string[], rows: readonly VersionedRow[]): VersionedRow[] {
  const latest = new Map<string, VersionedRow>();
  for (const row of rows) {
    const id = JSON.stringify(key.map((column) => row[column]));
    const seen = latest.get(id);
    if (!seen || seen.version < row.version) latest.set(id, row);
  }
  return [...latest.values()];
}
