import type { Tx } from '#platform/database/transactions.js';
import type { Held } from '../domain/pool.js';

/** Verified certificates that hold on a day and cover a commodity, by holder; the later end wins within a kind. */
export async function heldCertificates(
  tx: Tx,
  holders: readonly string[],
  scope: { readonly commodity: string; readonly on: string },
): Promise<Map<string, Held[]>> {
  const rows = await tx.query<{ holder: string; kind: string; until: string | null }>(
    `SELECT DISTINCT ON (producer_id, kind) producer_id AS holder, kind, until::text
     FROM certificate
     WHERE producer_id = ANY($1::uuid[]) AND status = 'verified' AND issued <= $2 AND (until IS NULL OR until >= $2)
       AND (products = '{}' OR $3 = ANY(products))
     ORDER BY producer_id, kind, until DESC NULLS FIRST`,
    [holders, scope.on, scope.commodity],
  );
  const held = new Map<string, Held[]>();
  for (const { holder, kind, until } of rows) {
    held.set(holder, [...(held.get(holder) ?? []), until === null ? { kind } : { kind, until }]);
  }
  return held;
}
