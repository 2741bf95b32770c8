import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { insertInto } from '#platform/database/sql.js';
import { Transactions } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import { lockProducers } from '../persistence/lock-producers.js';
import { refuseWhileMerging } from '../persistence/merges.js';
import { SAME_OF_PAIR } from './find-proposals.js';

/** Two producers that a proposal names. */
export interface Pair {
  readonly duplicate: string;
  readonly keep: string;
}

/** Remembers that two producers of the officer's region are two. */
@Injectable()
export class DeclineMerge {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError NOT_FOUND when the two are not proposed (any more), ILLEGAL_TRANSITION while one is being merged */
  run(origin: string, by: string, { duplicate, keep }: Pair): Promise<Pair & { readonly accepted: false }> {
    return this.transactions.runOnce(async (tx) => {
      if ((await lockProducers(tx, origin, [duplicate, keep])).length < 2) throw notFound();
      await refuseWhileMerging(tx, [duplicate, keep]);
      const same = await tx.query(SAME_OF_PAIR, [origin, duplicate, keep]);
      if (same.length === 0) throw notFound();
      const decided = { accepted: false, decided_by: by, decided_at: this.clock.now() };
      await tx.query(...insertInto('merge_decision', { duplicate_id: duplicate, keep_id: keep, ...decided }));
      return { duplicate, keep, accepted: false };
    });
  }
}
