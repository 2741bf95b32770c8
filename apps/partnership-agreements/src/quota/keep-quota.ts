import type { QuotaSpent } from '#contracts/allocations.js';
import type { Tx } from '#platform/database/transactions.js';
import { named } from '#platform/database/sql.js';

/** Keeps a quota cell if it is newer than the one known: safe against repeats and any order of arrival. */
export async function keepQuota(tx: Pick<Tx, 'query'>, cell: QuotaSpent, version: number): Promise<void> {
  const { termId, period, agreementId, capacity, consumed } = cell;
  await tx.query(
    ...named(
      `INSERT INTO quota_cell AS known (term_id, period, agreement_id, capacity, consumed, version)
     VALUES (:termId, :period, :agreementId, :capacity, :consumed, :version)
     ON CONFLICT (term_id, period) DO UPDATE
     SET (capacity, consumed, version) = (excluded.capacity, excluded.consumed, excluded.version)
     WHERE known.version < excluded.version`,
      { termId, period, agreementId, capacity, consumed, version },
    ),
  );
}
