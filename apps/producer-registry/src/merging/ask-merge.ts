import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { DomainError } from '#kernel/domain-error.js';
import type { MergeState } from '#kernel/states.js';
import { uuidv7 } from '#kernel/uuid.js';
import { newEvent } from '#platform/database/outbox.js';
import { insertInto } from '#platform/database/sql.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import type { Producer } from '../domain/producer.js';
import { lockProducers } from '../persistence/lock-producers.js';
import { refuseWhileMerging } from '../persistence/merges.js';
import type { Pair } from './decline-merge.js';
import { SAME_OF_PAIR } from './find-proposals.js';

export interface MergeAsked extends Pair {
  readonly id: string;
  readonly state: MergeState;
}

/** Asks routing to let two producers of the officer's region be one: it has their goods, and what they have earned. */
@Injectable()
export class AskMerge {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * @throws DomainError NOT_FOUND when the two are not proposed (any more), ILLEGAL_TRANSITION while one is being merged, or
   *   where only one is suspended, or waits to be verified: a merge neither releases goods nor holds any
   */
  run(origin: string, by: string, { duplicate, keep }: Pair): Promise<MergeAsked> {
    return this.transactions.runOnce(async (tx) => {
      const producers = await lockProducers(tx, origin, [duplicate, keep]);
      if (producers.length < 2) throw notFound();
      await refuseWhileMerging(tx, [duplicate, keep]);
      const same = await tx.query(SAME_OF_PAIR, [origin, duplicate, keep]);
      if (same.length === 0) throw notFound();
      if ((await heldIn(tx, producers)).length === 1) throw new DomainError('ILLEGAL_TRANSITION.merge-suspended');
      const id = uuidv7();
      const asked = { asked_by: by, asked_at: this.clock.now() };
      await tx.query(...insertInto('producer_merge', { id, origin, duplicate_id: duplicate, keep_id: keep, ...asked }));
      tx.publish(
        newEvent({
          type: 'serap.surplus.merge-requested.v1',
          subject: `merge:${id}`,
          sequence: 1,
          key: origin,
          data: { mergeId: id, origin, duplicateId: duplicate, keepId: keep },
        }),
      );
      return { id, duplicate, keep, state: 'asked' };
    });
  }
}

/** Whose goods are held for their standing: suspended, or waiting with goods in store until they are verified. */
async function heldIn(tx: Pick<Tx, 'query'>, producers: readonly Producer[]): Promise<Producer[]> {
  const waiting = await tx.query<{ id: string }>(
    'SELECT DISTINCT producer_id AS id FROM verification_hold WHERE producer_id = ANY($1::uuid[])',
    [producers.map(({ id }) => id)],
  );
  const ids = new Set(waiting.map(({ id }) => id));
  // Two drafts are held alike, whether both have goods in store or one.
  const areDrafts = producers.every(({ status }) => status === 'draft');
  return producers.filter(({ id, status }) => status === 'suspended' || (!areDrafts && ids.has(id)));
}
