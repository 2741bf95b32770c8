import type { Reach } from '#platform/access/reach.js';
import type { Tx } from '#platform/database/transactions.js';
import { ofAggregator } from './of-aggregator.js';

/** Producers within a reach by the officer's own numbers, or only those of one kind; a number that is not taken is not there. */
export async function idsByReference(
  tx: Pick<Tx, 'query'>,
  { origin, aggregator }: Reach,
  references: readonly string[],
  kind?: 'producer' | 'aggregator',
): Promise<ReadonlyMap<string, string>> {
  if (references.length === 0) return new Map();
  const rows = await tx.query<{ reference: string; id: string }>(
    `SELECT p.reference, p.id FROM unnest($2::text[]) AS wanted (reference)
     JOIN producer p ON p.origin = $1 AND p.reference = wanted.reference
     WHERE ($3::text IS NULL OR p.kind = $3) AND p.status <> 'closed'
       AND ${ofAggregator('p.id', '$4')}`,
    [origin, [...new Set(references)], kind ?? null, aggregator],
  );
  return new Map(rows.map(({ reference, id }) => [reference, id]));
}
