import { Injectable } from '@nestjs/common';
import { Transactions } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import { Producer } from '../domain/producer.js';
import { producerEvent } from '../persistence/producer-event.js';

/** Forgets who a producer is. What was sold, by whose id, stays: the law's books and other people's figures rest on it. */
@Injectable()
export class ErasePersonalData {
  constructor(private readonly transactions: Transactions) {}

  /** @throws DomainError NOT_FOUND, ILLEGAL_TRANSITION unless it is closed */
  run(origin: string, id: string): Promise<{ id: string }> {
    return this.transactions.runOnce(async (tx) => {
      const producer = await tx.manager.findOne(Producer, {
        where: { id, origin },
        lock: { mode: 'pessimistic_write' },
      });
      if (!producer) throw notFound();
      producer.erase();
      await tx.manager.save(Producer, producer);
      // The number of a certificate leads to its holder; its kind and dates do not.
      await tx.query(`UPDATE certificate SET number = 'dihapus ' || id WHERE producer_id = $1`, [id]);
      await tx.query('UPDATE coaching SET remark = NULL WHERE producer_id = $1', [id]);
      tx.publish(producerEvent(producer));
      return { id };
    });
  }
}
