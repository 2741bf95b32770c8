import type { ProducerStatus } from '#kernel/states.js';
import type { Tx } from '#platform/database/transactions.js';
import { refuseWhileMerging } from '../persistence/merges.js';
import type { SellerRow } from './find-seller.js';

interface Line {
  readonly producerId: string;
}

/**
 * Standing of each contributor that the seller stands for, locked until the statement is stored: who looks for earlier
 * statements after this sees them all.
 * One of them may be just being merged: see refuseWhileMerging.
 * Locked in one order, so that two statements with common members wait instead of blocking each other.
 */
export async function lockContributors(
  tx: Tx,
  seller: SellerRow,
  lines: readonly Line[],
): Promise<ReadonlyMap<string, ProducerStatus>> {
  const rows = await tx.query<{ id: string; status: ProducerStatus }>(
    `SELECT p.id, p.status FROM producer p
     WHERE p.id = ANY($1::uuid[])
       AND (p.id = $2 OR EXISTS (SELECT FROM member m WHERE m.aggregator_id = $2 AND m.producer_id = p.id))
     ORDER BY p.id FOR NO KEY UPDATE OF p`,
    [lines.map(({ producerId }) => producerId), seller.id],
  );
  await refuseWhileMerging(tx, [seller.id, ...rows.map(({ id }) => id)]);
  return new Map(rows.map(({ id, status }) => [id, status]));
}

/** Contributors whose stock of this product and day is declared already. */
export async function statedBefore(
  tx: Tx,
  statement: { readonly productId: string; readonly date: string },
  lines: readonly Line[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>(
    `SELECT producer_id AS id FROM statement_line
     WHERE producer_id = ANY($1::uuid[]) AND product_id = $2 AND stated_for = $3`,
    [lines.map(({ producerId }) => producerId), statement.productId, statement.date],
  );
  return new Set(rows.map(({ id }) => id));
}
