import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import type { RowOf } from '#platform/database/table.js';
import { Transactions } from '#platform/database/transactions.js';
import { Agreement } from '../domain/agreement.js';
import { applyDue } from '../persistence/apply-due.js';
import { saveAgreement } from '../persistence/load-agreement.js';
import { AGREEMENT } from '../persistence/tables.js';

/** Agreements handled in one transaction. */
const BATCH = 50;

/** Puts agreements into force, and lets them expire, at their instant of business time. */
@Injectable()
export class ApplyDueStages {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
  ) {}

  /** @returns how many agreements changed */
  async run(): Promise<number> {
    let changed = 0;
    for (let batch = BATCH; batch === BATCH; changed += batch) batch = await this.applyBatch();
    return changed;
  }

  private applyBatch(): Promise<number> {
    const now = this.clock.now();
    return this.transactions.run(async (tx) => {
      // What another replica or an officer holds is looked at again the next time.
      const due = await tx.query<RowOf<typeof AGREEMENT>>(
        `SELECT ${AGREEMENT.columns} FROM agreement
         WHERE (stage = 'pks-signed' AND effective_from <= $1)
           OR (stage IN ('in-force', 'suspended') AND effective_to <= $1)
         ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED`,
        [now, BATCH],
      );
      for (const row of due) {
        const agreement = Agreement.of(row);
        await applyDue(tx, agreement, now);
        await saveAgreement(tx, agreement);
      }
      return due.length;
    });
  }
}
