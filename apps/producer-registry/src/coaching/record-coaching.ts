import { Injectable } from '@nestjs/common';
import { says } from '#kernel/refusals/sentences.js';
import { BusinessClock } from '#kernel/business-clock.js';
import { DomainError, faultAt } from '#kernel/domain-error.js';
import { localDateAt } from '#kernel/local-date.js';
import { uuidv7 } from '#kernel/uuid.js';
import { Transactions } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import { violations, throwIfInvalid } from '../domain/faults.js';
import type { CoachingKind } from '../domain/coaching.js';
import { COACHING } from '../persistence/tables.js';

/** Records that a producer was coached: for a certificate, in packing, about health insurance. */
@Injectable()
export class RecordCoaching {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError NOT_FOUND, INVALID for a day to come, ALREADY_EXISTS for the same kind and day */
  run(
    origin: string,
    by: string,
    producerId: string,
    { kind, date, remark }: { readonly kind: CoachingKind; readonly date: string; readonly remark?: string },
  ): Promise<{ id: string }> {
    const today = localDateAt(this.clock.now(), origin);
    return this.transactions.runOnce(async (tx) => {
      const [producer] = await tx.query('SELECT id FROM producer WHERE id = $1 AND origin = $2 FOR SHARE', [
        producerId,
        origin,
      ]);
      if (!producer) throw notFound();
      throwIfInvalid(violations([date <= today, '/date', says('not-after-today', { day: today })]));
      const coaching = { id: uuidv7(), producerId, kind, date, remark: remark ?? null, recordedBy: by };
      const [id] = await COACHING.insert(tx, [coaching], { origin }, ['producer_id', 'kind', 'date']);
      if (id !== undefined) return { id };
      throw new DomainError('ALREADY_EXISTS.coaching', {}, [faultAt('/date', says('coaching-recorded', { kind }))]);
    });
  }
}
