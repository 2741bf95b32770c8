import type { Tx } from '#platform/database/transactions.js';
import type { Certificate } from '../domain/certificate.js';

type Named = Pick<Certificate, 'kind' | 'number' | 'producerId'>;

/**
 * Which of these numbers another holder has: a number belongs to one. Whoever records the same at the same time waits.
 *
 * @returns `numberKey` of each
 */
export async function heldByOthers(tx: Tx, certificates: readonly Named[]): Promise<ReadonlySet<string>> {
  const keys = [...new Set(certificates.map(numberKey))].sort();
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended(key, 0)) FROM unnest($1::text[]) AS key', [keys]);
  const rows = await tx.query<{ kind: string; number: string; producerId: string }>(
    `SELECT DISTINCT c.kind, c.number, c.producer_id AS "producerId" FROM certificate c
     JOIN unnest($1::text[], $2::text[]) AS asked (kind, number) ON c.kind = asked.kind AND c.number = asked.number
     WHERE c.status <> 'revoked'`,
    [certificates.map(({ kind }) => kind), certificates.map(({ number }) => number)],
  );
  const taken = certificates.filter((one) =>
    rows.some((row) => numberKey(row) === numberKey(one) && row.producerId !== one.producerId),
  );
  return new Set(taken.map(numberKey));
}

export function numberKey({ kind, number }: { readonly kind: string; readonly number: string }): string {
  return `${kind} ${number}`;
}
