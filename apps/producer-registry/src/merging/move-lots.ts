import { heldByBoth } from '#kernel/held-by-both.js';
import type { Tx } from '#platform/database/transactions.js';
import type { Held } from '../domain/pool.js';
import { addUp } from './move-records.js';

interface Both {
  readonly lotId: string;
  readonly ofLot: readonly Held[];
  readonly kept: readonly Held[] | null;
  readonly given: readonly Held[] | null;
}

/** Lots that a duplicate sells or gave to, as routing has moved them: what both gave is added up, and the hash is taken anew. */
export async function moveLots(tx: Tx, duplicateId: string, keepId: string): Promise<void> {
  const about = [duplicateId, keepId];
  const lots = await tx.query<{ id: string }>('SELECT lot_id AS id FROM lot_contribution WHERE producer_id = $1', [
    duplicateId,
  ]);
  await joinCertificates(tx, about);
  await addUp(tx, about, { table: 'lot_contribution', same: ['lot_id'], figures: ['quantity'] });
  await tx.query(
    `UPDATE lot SET contributions_count = of.parts, contributions_hash = of.hash
     FROM (
       SELECT lot_id, count(*) AS parts, encode(sha256(convert_to(
         string_agg(producer_id || ' ' || quantity || E'\\n', '' ORDER BY position), 'UTF8')), 'hex') AS hash
       FROM lot_contribution WHERE lot_id = ANY($1::uuid[]) GROUP BY lot_id
     ) AS of WHERE lot.id = of.lot_id`,
    [lots.map(({ id }) => id)],
  );
  await tx.query('UPDATE lot SET seller_id = $2 WHERE seller_id = $1', about);
}

/** The goods of both hold what either held. */
async function joinCertificates(tx: Tx, about: readonly string[]): Promise<void> {
  const both = await tx.query<Both>(
    `SELECT l.id AS "lotId", l.certificates AS "ofLot", k.certificates AS kept, d.certificates AS given
     FROM lot_contribution d JOIN lot_contribution k ON k.lot_id = d.lot_id AND k.producer_id = $2 JOIN lot l ON l.id = d.lot_id
     WHERE d.producer_id = $1 AND (k.certificates IS NOT NULL OR d.certificates IS NOT NULL)`,
    [...about],
  );
  for (const { lotId, ofLot, kept, given } of both) {
    await tx.query('UPDATE lot_contribution SET certificates = $3 WHERE lot_id = $1 AND producer_id = $2', [
      lotId,
      about[1],
      JSON.stringify(heldByBoth(kept ?? ofLot, given ?? ofLot)),
    ]);
  }
}
