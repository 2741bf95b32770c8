import type { DataScope } from '#platform/access/data-scope.js';
import type { Tx } from '#platform/database/transactions.js';
import { ofAggregator } from './of-aggregator.js';
import { named } from '#platform/database/sql.js';

/**
 * Producers within a data scope by the officer's own numbers, or only those of one kind; a number that is not taken is not
 * there, that of a producer which was registered twice leads to the one that stayed.
 */
export async function idsByReference(
  tx: Pick<Tx, 'query'>,
  { origin, aggregator }: DataScope,
  references: readonly string[],
  kind?: 'producer' | 'aggregator',
): Promise<ReadonlyMap<string, string>> {
  if (references.length === 0) return new Map();
  const rows = await tx.query<{ reference: string; id: string }>(
    ...named(
      `SELECT p.reference, coalesce(p.merged_into, p.id) AS id FROM unnest(:references::text[]) AS wanted (reference)
       JOIN producer p ON p.origin = :origin AND p.reference = wanted.reference
       WHERE (:kind::text IS NULL OR p.kind = :kind) AND (p.status <> 'closed' OR p.merged_into IS NOT NULL)
         AND ${ofAggregator('coalesce(p.merged_into, p.id)')}`,
      { origin, aggregator, references: [...new Set(references)], kind },
    ),
  );
  return new Map(rows.map(({ reference, id }) => [reference, id]));
}
