import type { LotRequestDecided } from '#contracts/allocations.js';
import type { Tx } from '#platform/database/transactions.js';

/** Keeps what routing gave of a request; told twice it is the same. */
export async function recordDecision(tx: Pick<Tx, 'query'>, { requestId, granted }: LotRequestDecided): Promise<void> {
  await tx.query('UPDATE lot_request SET granted = $2 WHERE id = $1', [requestId, granted]);
}
