import { Injectable } from '@nestjs/common';
import { says } from '#kernel/refusals/sentences.js';
import { BusinessClock } from '#kernel/business-clock.js';
import { DomainError, faultAt } from '#kernel/domain-error.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import type { Agreement, Period } from '../domain/agreement.js';
import { throwIfInvalid } from '../domain/faults.js';
import type { Dossier } from '../domain/guards.js';
import { openDecisions } from '../domain/paper.js';
import type { Stage } from '../domain/stage.js';
import { publishStage, publishTerms } from '../persistence/agreement-events.js';
import { applyDue } from '../persistence/apply-due.js';
import { loadDossier, loadTerms, lockAgreement, recordStage, saveAgreement } from '../persistence/load-agreement.js';
import { renewReportDue } from '../persistence/load-reports.js';
import { storeEdition } from '../persistence/store-terms.js';

export interface Step {
  readonly stage: Stage;
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string;
  readonly signedOn?: string;
  readonly backdatingReason?: string;
  readonly documentId?: string;
  readonly lastDay?: string;
  readonly remark?: string;
}

export interface StageMoved {
  readonly id: string;
  readonly stage: Stage;
  readonly version: number;
}

/** Takes an agreement of the officer's region one stage further. */
@Injectable()
export class MoveStage {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * What the clock asks for comes first: nobody suspends what has run out. A PKS whose first day has come is in force at
   * once; a termination with a last day leaves the stage as it is until then.
   *
   * @returns the stage that the agreement is in afterwards
   * @throws DomainError NOT_FOUND, ILLEGAL_TRANSITION, GUARD_NOT_MET, INVALID
   */
  run(region: string, by: string, id: string, step: Step): Promise<StageMoved> {
    const now = this.clock.now();
    return this.transactions.runOnce(async (tx) => {
      const agreement = await lockAgreement(tx, region, id);
      await applyDue(tx, agreement, now);
      const dossier = await loadDossier(tx, agreement);
      agreement.move(step.stage, dossier, now, { period: periodOf(step), lastDay: step.lastDay, signing: step });
      const documentId = decisionOf(step, dossier);
      await recordStage(tx, agreement, { at: now, by, remark: step.remark ?? announced(step), documentId });
      if (step.stage === 'pks-signed') await storeEdition(tx, agreement, { at: now, by, remark: step.remark }, {});
      await renewReportDue(tx, agreement);
      await publish(tx, agreement);
      await applyDue(tx, agreement, now);
      await saveAgreement(tx, agreement);
      return { id, stage: agreement.stage, version: agreement.version };
    });
  }
}

/** The terms go out when others first hear of the agreement, and again with their dates. */
async function publish(tx: Tx, agreement: Agreement): Promise<void> {
  if (!agreement.isPublic) return;
  if (agreement.stage === 'joint-agreement-signed' || agreement.stage === 'pks-signed') {
    publishTerms(tx, agreement, await loadTerms(tx, agreement.id), false);
  }
  publishStage(tx, agreement);
}

/** The paper that a council's answer stands on: the one that is named, or the newest that decided nothing yet. */
function decisionOf({ stage, documentId }: Step, { documents, history }: Dossier): string | undefined {
  const decided = stage === 'council-approved' || stage === 'council-rejected';
  const open = decided ? openDecisions(documents, history) : [];
  const known = documentId === undefined || open.some(({ id }) => id === documentId);
  throwIfInvalid('INVALID.entry', known ? [] : [faultAt('/documentId', says('decision-not-open'))]);
  return documentId ?? open.at(-1)?.id;
}

function announced({ stage, lastDay }: Step): string | undefined {
  return lastDay === undefined ? undefined : `${stage} after ${lastDay}`;
}

function periodOf({ effectiveFrom, effectiveTo }: Step): Period | undefined {
  if (effectiveFrom === undefined && effectiveTo === undefined) return undefined;
  if (effectiveFrom !== undefined && effectiveTo !== undefined) return { effectiveFrom, effectiveTo };
  const pointer = effectiveFrom === undefined ? '/effectiveFrom' : '/effectiveTo';
  throw new DomainError('INVALID.both-days', {}, [faultAt(pointer, says('required'))]);
}
