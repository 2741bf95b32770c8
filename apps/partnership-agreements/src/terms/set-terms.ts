import { Injectable } from '@nestjs/common';
import { uuidv7 } from '#kernel/uuid.js';
import { Transactions } from '#platform/database/transactions.js';
import { throwIfInvalid } from '../domain/faults.js';
import { compareTerms, termFaults, type Term, type TermDetails } from '../domain/term.js';
import { publishTerms } from '../persistence/agreement-events.js';
import { loadTerms, lockAgreement, saveAgreement } from '../persistence/load-agreement.js';
import { storeTerms } from '../persistence/store-terms.js';

export interface TermsSet {
  readonly id: string;
  readonly terms: readonly Term[];
}

/** Writes the quota table of an agreement that is not signed yet. */
@Injectable()
export class SetTerms {
  constructor(private readonly transactions: Transactions) {}

  /**
   * @param wanted the whole table; rows that are not in it are removed
   * @throws DomainError NOT_FOUND, INVALID, ILLEGAL_TRANSITION once the PKS is signed
   */
  run(region: string, id: string, wanted: readonly TermDetails[]): Promise<TermsSet> {
    return this.transactions.runOnce(async (tx) => {
      const agreement = await lockAgreement(tx, region, id);
      agreement.requireDraft();
      throwIfInvalid('INVALID.terms', termFaults(wanted, agreement.partner));
      const { written, removed } = compareTerms(await loadTerms(tx, id), wanted, () => uuidv7());
      await storeTerms(tx, id, written, removed);
      if (agreement.isPublic) {
        publishTerms(tx, agreement, removed, true);
        publishTerms(tx, agreement, written, false);
        await saveAgreement(tx, agreement);
      }
      return { id, terms: await loadTerms(tx, id) };
    });
  }
}
