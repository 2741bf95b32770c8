import { Injectable } from '@nestjs/common';
import type { ProducerStatus } from '#kernel/states.js';
import { faultAt } from '#kernel/domain-error.js';
import { says } from '#kernel/refusals/sentences.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import { throwIfInvalid } from '../domain/faults.js';
import { followStatus } from '../persistence/follow-producer.js';
import { lockProducer, lockProducers } from '../persistence/lock-producers.js';
import { producerEvent } from '../persistence/producer-event.js';
import { PRODUCER } from '../persistence/tables.js';

export interface StatusChanged {
  readonly id: string;
  readonly status: ProducerStatus;
}

/** Verifies, suspends or closes producers of the officer's region. */
@Injectable()
export class ChangeStatus {
  constructor(private readonly transactions: Transactions) {}

  /** @throws DomainError NOT_FOUND, ILLEGAL_TRANSITION */
  run(origin: string, id: string, status: ProducerStatus): Promise<StatusChanged> {
    return this.transactions.runOnce(async (tx) => {
      const producer = await lockProducer(tx, origin, id);
      if (!producer) throw notFound();
      const before = producer.status;
      producer.move(status);
      await PRODUCER.upsert(tx, [producer], {});
      tx.publish(producerEvent(producer));
      await moveLots(tx, id, before, status);
      return { id, status };
    });
  }

  /**
   * Verifies many at once; those verified before stay as they are.
   *
   * @throws DomainError INVALID naming each one that is not there or cannot be verified: then none is
   */
  verifyAll(origin: string, ids: readonly string[]): Promise<{ verified: number }> {
    return this.transactions.runOnce(async (tx) => {
      const producers = await lockProducers(tx, origin, ids);
      const known = new Map(producers.map((producer) => [producer.id, producer]));
      throwIfInvalid(
        ids.flatMap((id, index) => {
          const status = known.get(id)?.status;
          if (status !== undefined && status !== 'closed') return [];
          return [faultAt(`/producers/${String(index)}`, says(status === 'closed' ? 'is-closed' : 'not-of-region'))];
        }),
      );
      const changed = producers.filter(({ status }) => status !== 'verified');
      const suspended = changed.filter(({ status }) => status === 'suspended');
      for (const producer of changed) producer.move('verified');
      await tx.query(`UPDATE producer SET status = 'verified', version = version + 1 WHERE id = ANY($1::uuid[])`, [
        changed.map(({ id }) => id),
      ]);
      tx.publish(...changed.map(producerEvent));
      for (const { id } of suspended) await moveLots(tx, id, 'suspended', 'verified');
      return { verified: changed.length };
    });
  }
}

/** Stock of a producer who loses its standing is not for sale until it has it again. */
async function moveLots(tx: Tx, id: string, from: ProducerStatus, to: ProducerStatus): Promise<void> {
  if (to === 'suspended' || to === 'closed') await followStatus(tx, id, 'serap.surplus.held.v1');
  else if (from === 'suspended') await followStatus(tx, id, 'serap.surplus.released.v1');
}
