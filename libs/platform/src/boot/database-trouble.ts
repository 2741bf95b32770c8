import { DomainError } from '#kernel/domain-error.js';
import { parseDatabaseAddress } from '#postgres/address.js';
import { createClient } from '#postgres/connection.js';
import { WrongServer, type Query } from '#postgres/require-postgres.js';
import { compareSchema, schemaTrouble, type SchemaNeeds } from '../database/schema-trouble.js';

/** What a server that does answer refuses, and what mends it. It is tried on: the server may be what is changed. */
const REFUSALS = {
  '28P01': 'UNAVAILABLE.database-password',
  '28000': 'UNAVAILABLE.database-user',
  '3D000': 'UNAVAILABLE.database-name',
} as const;

/**
 * Whether a service may start on its database, seen from a connection that lasts no longer than the look.
 *
 * @returns why not, or not yet
 * @throws WrongServer when no waiting helps
 */
export async function databaseTrouble(url: string, needs: SchemaNeeds): Promise<DomainError | undefined> {
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
    return Object.hasOwn(REFUSALS, code)
      ? new DomainError(REFUSALS[code as keyof typeof REFUSALS])
      : new DomainError('UNAVAILABLE.database', { code });
  } finally {
    await client.end().catch(() => undefined);
  }
}
