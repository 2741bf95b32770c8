import type { LotRequestDecided } from '#contracts/allocations.js';
import type { Tx } from '#platform/database/transactions.js';

/** Keeps what routing gave of a request, and lets a statement say what was corrected of it; told twice it is the same. */
export async function recordDecision(
  tx: Pick<Tx, 'query'>,
  { requestId, granted, available }: LotRequestDecided,
): Promise<void> {
  await tx.query(
    `WITH decided AS (
       UPDATE lot_request SET granted = $2, available = $3 WHERE id = $1 AND granted IS NULL
       RETURNING producer_id, quantity, correction
     ), said AS (
       -- A release that knows nothing of all or nothing may have given a part: as much less was produced.
       SELECT producer_id, correction, CASE WHEN $2 = quantity THEN correction->'after' ELSE jsonb_set(
         correction->'before', '{produced}', to_jsonb((correction->'before'->>'produced')::bigint - $2)) END AS figures
       FROM decided WHERE correction IS NOT NULL AND $2 > 0
     )
     UPDATE statement_line SET
       produced = (figures->>'produced')::bigint, committed_to_export = (figures->>'committedToExport')::bigint,
       committed_at_home = (figures->>'committedAtHome')::bigint, held = (figures->>'held')::bigint
     FROM said
     WHERE statement_line.producer_id = said.producer_id AND product_id = (correction->>'productId')::uuid
       AND stated_for = (correction->>'date')::date`,
    [requestId, granted, available ?? null],
  );
}
