/** The oldest major version that has `transaction_timeout`, on which every service relies. */
const OLDEST = 17;

/** Runs one statement and gives its rows. */
export type Query = <Row>(sql: string, parameters?: unknown[]) => Promise<Row[]>;

/** The server is one that this release cannot work with; waiting does not help. */
export class WrongServer extends Error {
  override readonly name = 'WrongServer';
}

/** @throws WrongServer saying which version is there and which is needed */
export async function requirePostgres(query: Query): Promise<void> {
  const [row] = await query<{ version: string; number: number }>(
    `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number`,
  );
  if (row && row.number >= OLDEST * 10_000) return;
  throw new WrongServer(
    `The database server is PostgreSQL ${row?.version ?? 'of unknown version'}; Serap needs PostgreSQL ${String(OLDEST)} or later.`,
  );
}
