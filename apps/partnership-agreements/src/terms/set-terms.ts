import { Injectable } from '@nestjs/common';
import { uuidv7 } from '#kernel/uuid.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { refuseFaults } from '../domain/faults.js';
import { compareTerms, termFaults, type Term, type TermDetails } from '../domain/term.js';
import { publishTerms } from '../persistence/agreement-events.js';
import { loadTerms, lockAgreement, saveAgreement } from '../persistence/load-agreement.js';

/** Writes the quota table of an agreement that is not signed yet. */
@Injectable()
export class SetTerms {
  constructor(private readonly transactions: Transactions) {}

  /**
   * @param wanted the whole table; rows that are not in it are removed
   * @throws DomainError NOT_FOUND, INVALID, ILLEGAL_TRANSITION once the PKS is signed
   */
  run(region: string, id: string, wanted: readonly TermDetails[]): Promise<{ id: string; terms: readonly Term[] }> {
    return this.transactions.runOnce(async (tx) => {
      const agreement = await lockAgreement(tx, region, id);
      agreement.requireDraft();
      refuseFaults('INVALID', 'The terms are not acceptable; see errors.', termFaults(wanted, agreement.partner));
      const { written, removed } = compareTerms(await loadTerms(tx, id), wanted, () => uuidv7());
      await store(tx, id, written, removed);
      if (agreement.isPublic) {
        publishTerms(tx, agreement, removed, true);
        publishTerms(tx, agreement, written, false);
        await saveAgreement(tx, agreement);
      }
      return { id, terms: await loadTerms(tx, id) };
    });
  }
}

async function store(tx: Tx, agreementId: string, written: readonly Term[], removed: readonly Term[]): Promise<void> {
  await tx.query('DELETE FROM term WHERE id = ANY($1::uuid[])', [removed.map(({ id }) => id)]);
  for (const term of written) {
    await tx.query(
      `INSERT INTO term (id, agreement_id, destination, commodity, unit, quota, period, minimum_lot, freight, transit_days,
                         certificates)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       ON CONFLICT (id) DO UPDATE
       SET (unit, quota, period, minimum_lot, freight, transit_days, certificates) =
           (excluded.unit, excluded.quota, excluded.period, excluded.minimum_lot, excluded.freight,
            excluded.transit_days, excluded.certificates)`,
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
      ],
    );
  }
}
