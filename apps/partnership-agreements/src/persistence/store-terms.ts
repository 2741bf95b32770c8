import type { Tx } from '#platform/database/transactions.js';
import type { Agreement } from '../domain/agreement.js';
import type { Term } from '../domain/term.js';

/** Writes the quota table as it now stands. */
export async function storeTerms(
  tx: Tx,
  agreementId: string,
  written: readonly Term[],
  removed: readonly Term[],
): Promise<void> {
  await tx.query('DELETE FROM term WHERE id = ANY($1::uuid[])', [removed.map(({ id }) => id)]);
  for (const term of written) {
    await tx.query(
      `INSERT INTO term (id, agreement_id, destination, commodity, unit, quota, period, minimum_lot, freight, transit_days,
                         certificates, reserved, release_hour, minimum_price, maximum_price)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
       ON CONFLICT (id) DO UPDATE
       SET (unit, quota, period, minimum_lot, freight, transit_days, certificates, reserved, release_hour, minimum_price,
            maximum_price) =
           (excluded.unit, excluded.quota, excluded.period, excluded.minimum_lot, excluded.freight,
            excluded.transit_days, excluded.certificates, excluded.reserved, excluded.release_hour, excluded.minimum_price,
            excluded.maximum_price)`,
      [
        term.id,
        agreementId,
        term.destination,
        term.commodity,
        term.unit,
        term.quota,
        term.period,
        term.minimumLot,
        term.freight,
        term.transitDays,
        term.certificates,
        term.reserved ?? 0,
        term.releaseHour ?? 0,
        term.priceBand?.minimum ?? null,
        term.priceBand?.maximum ?? null,
      ],
    );
  }
}

/** Keeps the present edition as it was signed: what an addendum is held against, and what a report tells of. */
export async function storeEdition(
  tx: Tx,
  { id, edition, effectiveTo }: Agreement,
  signed: { readonly at: Date; readonly by: string; readonly remark?: string | undefined },
  document: { readonly number?: string; readonly sha256?: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO edition (agreement_id, number, effective_to, document_number, sha256, recorded_at, recorded_by, remark)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      id,
      edition,
      effectiveTo,
      document.number ?? null,
      document.sha256 ?? null,
      signed.at,
      signed.by,
      signed.remark ?? null,
    ],
  );
  await tx.query(
    `INSERT INTO edition_term (agreement_id, edition, id, destination, commodity, unit, quota, period, minimum_lot,
                               freight, transit_days, certificates, reserved, release_hour, minimum_price, maximum_price)
     SELECT agreement_id, $2, id, destination, commodity, unit, quota, period, minimum_lot, freight, transit_days,
            certificates, reserved, release_hour, minimum_price, maximum_price
     FROM term WHERE agreement_id = $1`,
    [id, edition],
  );
}
