import type { QuotaSpent } from '#contracts/allocations.js';
import type { Tx } from '#platform/database/transactions.js';

/** Keeps a quota cell if it is newer than the one known: safe against repeats and any order of arrival. */
export async function keepQuota(tx: Pick<Tx, 'query'>, cell: QuotaSpent, version: number): Promise<void> {
  await tx.query(
    `INSERT INTO quota_cell AS known (term_id, period, agreement_id, capacity, consumed, version)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (term_id, period) DO UPDATE
     SET (capacity, consumed, version) = (excluded.capacity, excluded.consumed, excluded.version)
     WHERE known.version < excluded.version`,
    [cell.termId, cell.period, cell.agreementId, cell.capacity, cell.consumed, version],
  );
}
