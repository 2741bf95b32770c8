import type { Tx } from '#platform/database/transactions.js';

const FIGURES = ['produced', 'committed_to_export', 'committed_at_home', 'held'] as const;

/** Memberships, statements, coaching and requests of a duplicate become those of the one that stays. */
export async function moveRecords(tx: Tx, duplicateId: string, keepId: string): Promise<void> {
  const about = [duplicateId, keepId];
  await tx.query(
    `INSERT INTO member (aggregator_id, producer_id)
     SELECT aggregator_id, $2 FROM member WHERE producer_id = $1 AND aggregator_id <> $2
     UNION SELECT $2, producer_id FROM member WHERE aggregator_id = $1 AND producer_id <> $2
     ON CONFLICT DO NOTHING`,
    about,
  );
  await tx.query('DELETE FROM member WHERE producer_id = $1 OR aggregator_id = $1', [duplicateId]);
  await tx.query('UPDATE statement SET seller_id = $2 WHERE seller_id = $1', about);
  await addUp(tx, about, { table: 'statement_line', same: ['product_id', 'stated_for'], figures: FIGURES });
  await addUp(tx, about, {
    table: 'statement_delivery',
    same: ['product_id', 'stated_for', 'number'],
    figures: FIGURES,
  });
  await addUp(tx, about, { table: 'repetition_line', same: ['repetition_id'], figures: FIGURES });
  await tx.query(
    `UPDATE coaching SET remark = d.remark FROM coaching d
     WHERE d.producer_id = $1 AND coaching.producer_id = $2 AND coaching.kind = d.kind AND coaching.date = d.date
       AND coaching.remark IS NULL`,
    about,
  );
  await addUp(tx, about, { table: 'coaching', same: ['kind', 'date'], figures: [] });
  await addUp(tx, about, { table: 'verification_hold', same: ['lot_id'], figures: [] });
  await tx.query('UPDATE lot_request SET producer_id = $2 WHERE producer_id = $1', about);
}

/** Rows of the duplicate: what both have of the same is one, with the sum of its figures; the rest changes its owner. */
export async function addUp(
  tx: Tx,
  about: readonly string[],
  rows: { readonly table: string; readonly same: readonly string[]; readonly figures: readonly string[] },
): Promise<void> {
  const { table, same, figures } = rows;
  const both = `d.producer_id = $1 AND k.producer_id = $2 AND ${same.map((each) => `k.${each} = d.${each}`).join(' AND ')}`;
  if (figures.length > 0) {
    const sums = figures.map((each) => `${each} = k.${each} + d.${each}`).join(', ');
    await tx.query(`UPDATE ${table} k SET ${sums} FROM ${table} d WHERE ${both}`, [...about]);
  }
  await tx.query(`DELETE FROM ${table} d USING ${table} k WHERE ${both}`, [...about]);
  await tx.query(`UPDATE ${table} SET producer_id = $2 WHERE producer_id = $1`, [...about]);
}
