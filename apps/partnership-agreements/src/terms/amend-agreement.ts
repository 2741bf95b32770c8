import { Injectable } from '@nestjs/common';
import { faultAt } from '#kernel/domain-error.js';
import { says } from '#kernel/refusals/sentences.js';
import { BusinessClock } from '#kernel/business-clock.js';
import { uuidv7 } from '#kernel/uuid.js';
import { Transactions } from '#platform/database/transactions.js';
import { throwIfInvalid } from '../domain/faults.js';
import { compareTerms, termFaults, type TermDetails } from '../domain/term.js';
import { publishStage, publishTerms } from '../persistence/agreement-events.js';
import { applyDue } from '../persistence/apply-due.js';
import { insertDocument } from '../persistence/insert-document.js';
import { loadTerms, lockAgreement, recordStage, saveAgreement } from '../persistence/load-agreement.js';
import { renewReportDue } from '../persistence/load-reports.js';
import { storeEdition, storeTerms } from '../persistence/store-terms.js';
import { boundsOf } from './terms-bounds.js';

export interface Addendum {
  readonly number: string;
  readonly sha256: string;
  readonly terms?: readonly TermDetails[];
  readonly effectiveTo?: string;
  readonly remark?: string;
}

export interface AgreementAmended {
  readonly id: string;
  readonly edition: number;
}

/** Makes the next edition of a PKS in force: in-force → addendum → in-force, in one step. */
@Injectable()
export class AmendAgreement {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * Every row of the new edition goes out, and those that went; the stage follows them. What was spent stays spent, for
   * rows keep their ids.
   *
   * @throws DomainError NOT_FOUND, ILLEGAL_TRANSITION unless in force, INVALID, ALREADY_EXISTS for the document
   */
  run(region: string, by: string, id: string, addendum: Addendum): Promise<AgreementAmended> {
    const now = this.clock.now();
    return this.transactions.runOnce(async (tx) => {
      const agreement = await lockAgreement(tx, region, id);
      await applyDue(tx, agreement, now);
      const end = agreement.effectiveTo?.getTime();
      agreement.amend(addendum.effectiveTo, now);
      const known = await loadTerms(tx, id);
      const wanted = addendum.terms ?? known;
      throwIfInvalid('INVALID.terms', termFaults(wanted, boundsOf(agreement, now, known)));
      const { written, removed } = compareTerms(known, wanted, () => uuidv7());
      const changes = written.length + removed.length > 0 || agreement.effectiveTo?.getTime() !== end;
      throwIfInvalid('INVALID.addendum', changes ? [] : [faultAt('', says('no-change'))]);
      await storeTerms(tx, id, written, removed);
      await insertDocument(tx, id, { kind: 'addendum', ...addendum }, { at: now, by, side: 'origin' });
      await storeEdition(tx, agreement, { at: now, by, remark: addendum.remark }, addendum);
      publishTerms(tx, agreement, removed, true);
      publishTerms(tx, agreement, await loadTerms(tx, id), false);
      await recordStage(tx, agreement, { at: now, by, stage: 'addendum', remark: addendum.remark ?? addendum.number });
      await recordStage(tx, agreement, { at: now, by });
      await renewReportDue(tx, agreement);
      publishStage(tx, agreement);
      await saveAgreement(tx, agreement);
      return { id, edition: agreement.edition };
    });
  }
}
