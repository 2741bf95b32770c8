import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { DomainError } from '#kernel/domain-error.js';
import { localDateAt } from '#kernel/local-date.js';
import { uuidv7 } from '#kernel/uuid.js';
import { Transactions } from '#platform/database/transactions.js';
import { refuseFaults } from '../domain/faults.js';
import type { FilingKind } from '../domain/filing.js';
import { lockAgreement } from '../persistence/load-agreement.js';

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
      const ahead = filing.date > localDateAt(now, origin) ? [{ pointer: '/date', message: 'is in the future' }] : [];
      refuseFaults('INVALID', 'The entry is not acceptable; see errors.', ahead);
      const [entered] = await tx.query<{ id: string }>(
        `INSERT INTO filing (id, agreement_id, kind, agenda_number, date, sha256, note, filed_by, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (agreement_id, agenda_number) DO NOTHING RETURNING id`,
        [
          ...[uuidv7(), agreementId, filing.kind, filing.agendaNumber, filing.date],
          ...[filing.sha256 ?? null, filing.note ?? null, by, now],
        ],
      );
      if (entered) return entered;
      throw new DomainError('ALREADY_EXISTS', 'This agenda number is entered already; an entry is never changed.', [
        { pointer: '/agendaNumber', message: 'is entered for this agreement' },
      ]);
    });
  }
}
