import { insertInto } from '#platform/database/sql.js';
import type { Tx } from '#platform/database/transactions.js';
import type { ChangeSet } from '../domain/ledger/change-set.js';
import type { MergeOutcome } from '../domain/ledger/merged.js';

/** Lots with a part of both: $1 the market, $2 the duplicate, $3 the one that stays. Those that are not whole yet follow later. */
const BOTH = `lot_contribution d JOIN lot ON lot.id = d.lot_id
  JOIN lot_contribution k ON k.lot_id = d.lot_id AND k.producer_id = $3
  WHERE lot.market = $1 AND lot.received = lot.chunks AND d.producer_id = $2`;

/** Payouts that name both. */
const PAID_BOTH = `payout_line d JOIN payout ON payout.id = d.payout_id
  JOIN payout_line k ON k.payout_id = d.payout_id AND k.producer_id = $3
  WHERE payout.market = $1 AND d.producer_id = $2`;

/** Whom a line of a payout named when it was prepared, with what it was to have. */
const namedBy = (line: 'd' | 'k'): string =>
  `coalesce(${line}.named, jsonb_build_object(${line}.producer_id, ${line}.amount))`;

/**
 * Lots of merged producers in the tables: most of them have left, and the market has let go of them. To be done before what
 * changed of lots is saved, which stands above it.
 */
export async function saveMergedLots(tx: Tx, market: string, { merges }: ChangeSet): Promise<void> {
  for (const { duplicateId, keepId } of merges.filter(isNew)) {
    const about = [market, duplicateId, keepId];
    const shorter = await tx.query<{ id: string }>(
      `UPDATE lot_contribution SET declared = lot_contribution.declared + of.declared, free = lot_contribution.free + of.free,
         held = lot_contribution.held + of.held, barred = lot_contribution.barred + of.barred
       FROM (SELECT d.*, k.position AS at FROM ${BOTH}) AS of
       WHERE lot_contribution.lot_id = of.lot_id AND lot_contribution.position = of.at
       RETURNING lot_contribution.lot_id AS id`,
      about,
    );
    await tx.query(
      `DELETE FROM lot_contribution WHERE (lot_id, position) IN (SELECT d.lot_id, d.position FROM ${BOTH})`,
      about,
    );
    const renamed = await tx.query<{ id: string }>(
      `UPDATE lot_contribution SET producer_id = $3 FROM lot
       WHERE lot.id = lot_id AND lot.market = $1 AND lot.received = lot.chunks AND producer_id = $2
       RETURNING lot_id AS id`,
      about,
    );
    await tx.query(
      `UPDATE lot SET contributions_count = of.parts, contributions_hash = of.hash
       FROM (
         SELECT lot_id, count(*) AS parts, encode(sha256(convert_to(
           string_agg(producer_id || ' ' || declared || E'\\n', '' ORDER BY position), 'UTF8')), 'hex') AS hash
         FROM lot_contribution WHERE lot_id = ANY($1::text[]) GROUP BY lot_id
       ) AS of WHERE lot.id = of.lot_id`,
      [[...shorter, ...renamed].map(({ id }) => id)],
    );
    await tx.query(
      `UPDATE lot SET seller_id = CASE seller_id WHEN $2 THEN $3 ELSE seller_id END,
         suspended = ARRAY(SELECT DISTINCT one COLLATE "C" AS one FROM unnest(array_replace(suspended, $2, $3)) AS one ORDER BY one)
       WHERE market = $1 AND received = chunks AND (seller_id = $2 OR $2 = ANY(suspended))`,
      about,
    );
  }
}

/** What the goods of merged producers have earned, and what was paid out of it. To be done when all else is saved. */
export async function saveMergedEarnings(tx: Tx, market: string, { merges }: ChangeSet, at: Date): Promise<void> {
  for (const { mergeId, duplicateId, keepId } of merges.filter(isNew)) {
    const about = [market, duplicateId, keepId];
    // Who pays an order out locks its row: what is prepared just now is seen below, or sees what this leaves.
    await tx.query(
      `SELECT FROM orders WHERE id IN (SELECT order_id FROM settlement WHERE market = $1 AND producer_id = $2)
       ORDER BY id FOR UPDATE`,
      about.slice(0, 2),
    );
    await tx.query(
      `UPDATE allocation_share SET producer_id = $3 FROM allocation
       WHERE allocation.id = allocation_id AND market = $1 AND producer_id = $2`,
      about,
    );
    await tx.query('UPDATE settlement SET producer_id = $3 WHERE market = $1 AND producer_id = $2', about);
    await tx.query('DELETE FROM turn WHERE market = $1 AND producer_id = $2', about.slice(0, 2));
    await saveMergedPayouts(tx, about);
    await tx.query('UPDATE merged_producer SET keep_id = $3 WHERE market = $1 AND keep_id = $2', about);
    const merged = { market, duplicate_id: duplicateId, keep_id: keepId, merge_id: mergeId, merged_at: at };
    await tx.query(...insertInto('merged_producer', merged));
  }
}

/** What was paid to the one was paid to the other; the list that went to the bank is remembered as it was. */
async function saveMergedPayouts(tx: Tx, about: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE payout_line SET amount = payout_line.amount + of.amount, named = of.named
     FROM (SELECT d.payout_id, d.amount, ${namedBy('k')} || ${namedBy('d')} AS named FROM ${PAID_BOTH}) AS of
     WHERE payout_line.payout_id = of.payout_id AND producer_id = $3`,
    [...about],
  );
  await tx.query(
    `DELETE FROM payout_line WHERE (payout_id, producer_id) IN (SELECT d.payout_id, d.producer_id FROM ${PAID_BOTH})`,
    [...about],
  );
  await tx.query(
    `UPDATE payout_line d SET producer_id = $3, named = ${namedBy('d')}
     FROM payout WHERE payout.id = payout_id AND market = $1 AND producer_id = $2`,
    [...about],
  );
}

function isNew({ fault, again }: MergeOutcome): boolean {
  return fault === undefined && again !== true;
}
