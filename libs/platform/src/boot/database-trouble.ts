import { parseDatabaseAddress } from '#postgres/address.js';
import { createClient } from '#postgres/connection.js';
import { WrongServer, type Query } from '#postgres/require-postgres.js';
import { compareSchema, schemaTrouble, type SchemaNeeds } from '../database/schema-trouble.js';

/** What a server that does answer refuses, and what mends it. It is tried on: the server may be what is changed. */
const REFUSALS: Readonly<Record<string, string>> = {
  '28P01':
    'The database server refuses the user or the password: change SERAP_DATABASE_PASSWORD, or both in SERAP_DATABASE_URL (28P01).',
  '28000':
    'The database server does not let this user in, or not from here: change the user in SERAP_DATABASE_URL, or pg_hba.conf of the server (28000).',
  '3D000':
    'The database server has no database of this name: make it, or change the name at the end of SERAP_DATABASE_URL (3D000).',
};

/**
 * Whether a service may start on its database, seen from a connection that lasts no longer than the look.
 *
 * @returns why not, or not yet
 * @throws WrongServer when no waiting helps
 */
export async function databaseTrouble(url: string, needs: SchemaNeeds): Promise<string | undefined> {
  const client = createClient({ address: parseDatabaseAddress(url) });
  // What goes wrong between two statements goes wrong again in the next.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const query: Query = async <Row>(sql: string, parameters?: unknown[]) =>
      (await client.query(sql, parameters)).rows as Row[];
    return schemaTrouble(await compareSchema(query, needs), needs);
  } catch (error) {
    if (error instanceof WrongServer) throw error;
    const { code = 'no connection' } = error as { code?: string };
    return REFUSALS[code] ?? `The database does not answer: ${code}.`;
  } finally {
    await client.end().catch(() => undefined);
  }
}
