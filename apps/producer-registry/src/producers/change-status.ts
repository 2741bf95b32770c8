import { Injectable } from '@nestjs/common';
import type { ProducerStatus } from '#kernel/states.js';
import { faultAt } from '#kernel/domain-error.js';
import { says } from '#kernel/refusals/sentences.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import { throwIfInvalid } from '../domain/faults.js';
import { followStatus } from '../persistence/follow-producer.js';
import { idsByReference } from '../persistence/ids-by-reference.js';
import { lockProducer, lockProducers } from '../persistence/lock-producers.js';
import { refuseWhileMerging } from '../persistence/merges.js';
import { producerEvent } from '../persistence/producer-event.js';
import { PRODUCER } from '../persistence/tables.js';
import { releaseVerified } from '../persistence/verification-holds.js';

export interface StatusChanged {
  readonly id: string;
  readonly status: ProducerStatus;
}

/** Whom an officer has verified: by ids, by the officer's own numbers, and on what. */
export interface Verified {
  readonly producers?: readonly string[];
  readonly references?: readonly string[];
  readonly evidence?: string;
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
      await refuseWhileMerging(tx, [id]);
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
  verifyAll(
    origin: string,
    { producers: ids = [], references = [], evidence }: Verified,
  ): Promise<{ verified: number }> {
    return this.transactions.runOnce(async (tx) => {
      const byReference = await idsByReference(tx, { origin, aggregator: null }, references);
      const named = [
        ...ids.map((id, index) => ({ id, pointer: `/producers/${String(index)}` })),
        ...references.map((each, index) => ({ id: byReference.get(each), pointer: `/references/${String(index)}` })),
      ];
      const producers = await lockProducers(
        tx,
        origin,
        named.flatMap(({ id }) => (id === undefined ? [] : [id])),
      );
      await refuseWhileMerging(
        tx,
        producers.map(({ id }) => id),
      );
      const known = new Map(producers.map((producer) => [producer.id, producer]));
      throwIfInvalid(
        named.flatMap(({ id = '', pointer }) => {
          const status = known.get(id)?.status;
          if (status !== undefined && status !== 'closed') return [];
          return [faultAt(pointer, says(status === 'closed' ? 'is-closed' : 'not-of-region'))];
        }),
      );
      if (named.length === 0) throwIfInvalid([faultAt('/producers', says('required'))]);
      const changed = producers.filter(({ status }) => status !== 'verified');
      const suspended = changed.filter(({ status }) => status === 'suspended');
      for (const producer of changed) producer.move('verified');
      await tx.query(
        `UPDATE producer SET status = 'verified', version = version + 1, verified_on = coalesce($2, verified_on)
         WHERE id = ANY($1::uuid[])`,
        [changed.map(({ id }) => id), evidence ?? null],
      );
      tx.publish(...changed.map(producerEvent));
      for (const { id } of suspended) await moveLots(tx, id, 'suspended', 'verified');
      await releaseVerified(
        tx,
        changed.map(({ id }) => id),
      );
      return { verified: changed.length };
    });
  }
}

/** Stock of a producer who loses its standing is not for sale until it has it again. */
async function moveLots(tx: Tx, id: string, from: ProducerStatus, to: ProducerStatus): Promise<void> {
  if (to === 'suspended' || to === 'closed') await followStatus(tx, id, 'serap.surplus.held.v1');
  else if (from === 'suspended') await followStatus(tx, id, 'serap.surplus.released.v1');
  if (to === 'verified') await releaseVerified(tx, [id]);
  if (to === 'closed') await tx.query('DELETE FROM verification_hold WHERE producer_id = $1', [id]);
}
