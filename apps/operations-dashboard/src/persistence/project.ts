import type { Tx } from '#platform/database/transactions.js';

type Row = Readonly<Record<string, unknown>>;
interface VersionedRow extends Row {
  readonly version: number;
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
