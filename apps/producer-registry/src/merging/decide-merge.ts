import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import type { Producer } from '../domain/producer.js';
import { followStatus } from '../persistence/follow-producer.js';
import { lockProducers } from '../persistence/lock-producers.js';
import { producerEvent } from '../persistence/producer-event.js';
import { PRODUCER } from '../persistence/tables.js';
import { SAME_OF_PAIR } from './find-proposals.js';
import { insertInto } from '#platform/database/sql.js';

export interface MergeDecision {
  readonly duplicate: string;
  readonly keep: string;
  readonly accepted: boolean;
}

/** Decides a proposal to merge two producers of the officer's region. */
@Injectable()
export class DecideMerge {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * Accepting closes the duplicate and gives its memberships to the one that stays; its lots, certificates and history
   * remain where they are, and what is left of its lots is held. Declining only remembers that the two are two.
   *
   * @throws DomainError NOT_FOUND when the two are not proposed (any more)
   */
  run(
    origin: string,
    by: string,
    pair: { readonly duplicate: string; readonly keep: string },
    accepted: boolean,
  ): Promise<MergeDecision> {
    const { duplicate, keep } = pair;
    return this.transactions.runOnce(async (tx) => {
      const producers = await lockProducers(tx, origin, [duplicate, keep]);
      const same = await tx.query(SAME_OF_PAIR, [origin, duplicate, keep]);
      const closing = producers.find(({ id }) => id === duplicate);
      if (same.length === 0 || !closing) throw notFound();
      const decided = { decided_by: by, decided_at: this.clock.now() };
      await tx.query(...insertInto('merge_decision', { duplicate_id: duplicate, keep_id: keep, accepted, ...decided }));
      if (accepted) await close(tx, closing, keep);
      return { duplicate, keep, accepted };
    });
  }
}

async function close(tx: Tx, closing: Producer, keep: string): Promise<void> {
  closing.move('closed');
  const { id } = closing;
  await PRODUCER.upsert(tx, [closing], {});
  await tx.query(
    `INSERT INTO member (aggregator_id, producer_id)
     SELECT aggregator_id, $2 FROM member WHERE producer_id = $1 AND aggregator_id <> $2
     UNION SELECT $2, producer_id FROM member WHERE aggregator_id = $1 AND producer_id <> $2
     ON CONFLICT DO NOTHING`,
    [id, keep],
  );
  tx.publish(producerEvent(closing));
  await followStatus(tx, id, 'serap.surplus.held.v1');
}
