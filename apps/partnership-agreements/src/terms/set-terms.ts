import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { uuidv7 } from '#kernel/uuid.js';
import { Transactions } from '#platform/database/transactions.js';
import { throwIfInvalid } from '../domain/faults.js';
import { compareTerms, termFaults, type Term, type TermDetails } from '../domain/term.js';
import { publishTerms } from '../persistence/agreement-events.js';
import { loadTerms, lockAgreement, saveAgreement } from '../persistence/load-agreement.js';
import { storeTerms } from '../persistence/store-terms.js';
import { boundsOf } from './terms-bounds.js';

export interface TermsSet {
  readonly id: string;
  readonly terms: readonly Term[];
}

/** Writes the quota table of an agreement that is not signed yet. */
@Injectable()
export class SetTerms {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * @param wanted the whole table; rows that are not in it are removed
   * @throws DomainError NOT_FOUND, INVALID, ILLEGAL_TRANSITION once the PKS is signed
   */
  run(region: string, id: string, wanted: readonly TermDetails[]): Promise<TermsSet> {
    return this.transactions.runOnce(async (tx) => {
      const agreement = await lockAgreement(tx, region, id);
      agreement.requireDraft();
      const known = await loadTerms(tx, id);
      throwIfInvalid('INVALID.terms', termFaults(wanted, boundsOf(agreement, this.clock.now(), known)));
      const { written, removed } = compareTerms(known, wanted, () => uuidv7());
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
