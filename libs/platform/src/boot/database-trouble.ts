import { parseDatabaseAddress } from '#postgres/address.js';
import { createClient } from '#postgres/connection.js';
import { WrongServer, type Query } from '#postgres/require-postgres.js';
import { compareSchema, schemaTrouble, type SchemaNeeds } from '../database/schema-trouble.js';

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
    return `The database does not answer: ${(error as { code?: string }).code ?? 'no connection'}.`;
  } finally {
    await client.end().catch(() => undefined);
  }
}
