import type { CertificateKind } from '#kernel/states.js';
import { named } from '#platform/database/sql.js';
import type { Tx } from '#platform/database/transactions.js';
import type { Held } from '../domain/pool.js';

/** Kinds that mark only what is made after they were issued; the others cover what lies in store as well. */
const MARKS_WHAT_IS_MADE_AFTER: readonly CertificateKind[] = ['ORGANIC'];

/**
 * Verified certificates that hold on a day and cover goods of a commodity, by holder; the later end wins within a kind. A
 * group's certificate that names its members covers the goods of these that the group sells.
 *
 * @param holders contributors, and their seller
 * @param scope `on`: the day; `madeOn`: when the goods were made
 */
export async function heldCertificates(
  tx: Tx,
  holders: readonly string[],
  scope: { readonly seller: string; readonly commodity: string; readonly on: string; readonly madeOn: string },
): Promise<Map<string, Held[]>> {
  const rows = await tx.query<{ holder: string; kind: string; until: string | null }>(
    ...named(
      `SELECT DISTINCT ON (holder, kind) holder, kind, until::text
       FROM certificate, unnest(CASE members WHEN '{}' THEN ARRAY[producer_id::text] ELSE members END) AS holder
       WHERE producer_id = ANY(:holders::uuid[]) AND holder = ANY(:holders::uuid[]::text[])
         AND (members = '{}' OR producer_id = :seller::uuid)
         AND status = 'verified' AND issued <= :on AND (until IS NULL OR until >= :on)
         AND (issued <= :madeOn OR kind <> ALL(:later)) AND (products = '{}' OR :commodity = ANY(products))
       ORDER BY holder, kind, until DESC NULLS FIRST`,
      { holders, later: MARKS_WHAT_IS_MADE_AFTER, ...scope },
    ),
  );
  const held = new Map<string, Held[]>();
  for (const { holder, kind, until } of rows) {
    held.set(holder, [...(held.get(holder) ?? []), until === null ? { kind } : { kind, until }]);
  }
  return held;
}
