import pg from 'pg';
import type { SystemAddresses } from '../../../tools/system/system.js';

/** Counts the rows of every table of every database of a system, the event log's too. */
export class RowCounts {
  private constructor(private readonly databases: readonly { client: pg.Client; sql: string }[]) {}

  static async open({ databases, log }: SystemAddresses): Promise<RowCounts> {
    const urls = [...Object.values(databases), ...(log.kind === 'postgres' ? [log.url] : [])];
    return new RowCounts(await Promise.all(urls.map(connect)));
  }

  /** @returns rows by table, for those tables that have any */
  async read(): Promise<Record<string, number>> {
    const counted = await Promise.all(
      this.databases.map(({ client, sql }) => client.query<{ name: string; rows: string }>(sql)),
    );
    return Object.fromEntries(
      counted.flatMap(({ rows }) => rows.map(({ name, rows: count }) => [name, Number(count)])),
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.databases.map(({ client }) => client.end().catch(() => undefined)));
  }
}

async function connect(connectionString: string): Promise<{ client: pg.Client; sql: string }> {
  const client = new pg.Client({ connectionString });
  // The last test stops the server.
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
  );
  const database = client.database ?? '';
  const counts = rows.map(
    ({ name }) => `SELECT '${database}.${name}' AS name, count(*) AS rows FROM ${client.escapeIdentifier(name)}`,
  );
  return { client, sql: counts.join(' UNION ALL ') };
}
