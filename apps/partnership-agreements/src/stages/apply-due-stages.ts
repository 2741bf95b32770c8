import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { Transactions } from '#platform/database/transactions.js';
import { Agreement } from '../domain/agreement.js';
import { applyDue } from '../persistence/apply-due.js';
import { saveAgreement } from '../persistence/load-agreement.js';

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
      const due = await tx.manager
        .createQueryBuilder(Agreement, 'a')
        .where(`(a.stage = 'pks-signed' AND a.effectiveFrom <= :now)`, { now })
        .orWhere(`(a.stage IN ('in-force', 'suspended') AND a.effectiveTo <= :now)`, { now })
        .orderBy('a.id')
        .limit(BATCH)
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .getMany();
      for (const agreement of due) {
        await applyDue(tx, agreement, now);
        await saveAgreement(tx, agreement);
      }
      return due.length;
    });
  }
}
