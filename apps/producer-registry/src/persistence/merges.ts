import { DomainError } from '#kernel/domain-error.js';
import type { Tx } from '#platform/database/transactions.js';

/**
 * What is said of one of two producers while routing decides whether they are one could be lost, or said of nobody: it is
 * refused until then. The producers are locked by whoever asks, so that a merge is asked for before or after.
 *
 * @throws DomainError ILLEGAL_TRANSITION
 */
export async function refuseWhileMerging(tx: Pick<Tx, 'query'>, producers: readonly string[]): Promise<void> {
  const asked = await tx.query(
    `SELECT FROM producer_merge WHERE state = 'asked' AND (duplicate_id = ANY($1::uuid[]) OR keep_id = ANY($1::uuid[]))
     LIMIT 1`,
    [producers],
  );
  if (asked.length > 0) throw new DomainError('ILLEGAL_TRANSITION.merging');
}
