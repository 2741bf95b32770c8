import { Injectable } from '@nestjs/common';
import { says } from '#kernel/refusals/sentences.js';
import { BusinessClock } from '#kernel/business-clock.js';
import { DomainError, faultAt } from '#kernel/domain-error.js';
import { localDateAt } from '#kernel/local-date.js';
import { uuidv7 } from '#kernel/uuid.js';
import { Transactions } from '#platform/database/transactions.js';
import { throwIfInvalid } from '../domain/faults.js';
import type { FilingKind } from '../domain/filing.js';
import { lockAgreement } from '../persistence/load-agreement.js';
import { FILING } from '../persistence/tables.js';

export interface Filing {
  readonly kind: FilingKind;
  readonly agendaNumber: string;
  readonly date: string;
  readonly sha256?: string;
  readonly note?: string;
}

/** Enters what the office did with an agreement's documents; an entry stays as it is for ever. */
@Injectable()
export class RecordFiling {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError NOT_FOUND, INVALID for a day that is ahead, ALREADY_EXISTS for the agenda number */
  run(region: string, by: string, agreementId: string, filing: Filing): Promise<{ id: string }> {
    const now = this.clock.now();
    return this.transactions.runOnce(async (tx) => {
      const { origin } = await lockAgreement(tx, region, agreementId);
      const ahead = filing.date > localDateAt(now, origin) ? [faultAt('/date', says('not-future'))] : [];
      throwIfInvalid('INVALID.entry', ahead);
      const { kind, agendaNumber, date, sha256 = null, note = null } = filing;
      const [id] = await FILING.insert(
        tx,
        [{ id: uuidv7(), kind, agendaNumber, date, sha256, note, filedBy: by, recordedAt: now }],
        { agreement_id: agreementId },
        ['agreement_id', 'agenda_number'],
      );
      if (id !== undefined) return { id };
      throw new DomainError('ALREADY_EXISTS.agenda', {}, [faultAt('/agendaNumber', says('agenda-used'))]);
    });
  }
}
