import { Injectable } from '@nestjs/common';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import type { Producer } from '../domain/producer.js';
import { lockProducer, lockProducers } from '../persistence/lock-producers.js';
import { producerEvent } from '../persistence/producer-event.js';
import { PRODUCER } from '../persistence/tables.js';

/** Forgets who a producer is. What was sold, by whose id, stays: the law's books and other people's figures rest on it. */
@Injectable()
export class ErasePersonalData {
  constructor(private readonly transactions: Transactions) {}

  /** @throws DomainError NOT_FOUND, ILLEGAL_TRANSITION unless it is closed */
  run(origin: string, id: string): Promise<{ id: string }> {
    return this.transactions.runOnce(async (tx) => {
      const producer = await lockProducer(tx, origin, id);
      if (!producer) throw notFound();
      // Whoever was registered twice is one person: what it was registered as before is forgotten with it.
      const earlier = await tx.query<{ id: string }>('SELECT id FROM producer WHERE merged_into = $1', [id]);
      const ids = earlier.map((row) => row.id);
      for (const one of [producer, ...(await lockProducers(tx, origin, ids))]) await forget(tx, one);
      return { id };
    });
  }
}

async function forget(tx: Tx, producer: Producer): Promise<void> {
  await eraseFromFiles(tx, await tracesOf(tx, producer));
  producer.erase();
  await PRODUCER.upsert(tx, [producer], {});
  // The number of a certificate leads to its holder; its kind and dates do not.
  await tx.query(`UPDATE certificate SET number = 'dihapus ' || id WHERE producer_id = $1`, [producer.id]);
  await tx.query('UPDATE coaching SET remark = NULL WHERE producer_id = $1', [producer.id]);
  tx.publish(producerEvent(producer));
}

/** What a row of a file may know the producer by. */
async function tracesOf(tx: Tx, { id, name, reference, nib }: Producer): Promise<string[]> {
  const numbers = await tx.query<{ number: string }>('SELECT number FROM certificate WHERE producer_id = $1', [id]);
  return [name, reference, nib, ...numbers.map(({ number }) => number)].filter((text) => text !== null);
}

/** Empties the rows of uploaded files that name the producer; one that still waits is not placed any more. */
async function eraseFromFiles(tx: Tx, traces: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE upload_row SET cells = '[]', faults = '[]', body = NULL,
            state = CASE WHEN outcome IS NULL THEN 'red' ELSE state END
     WHERE EXISTS (SELECT FROM json_array_elements_text(cells) AS cell WHERE cell = ANY($1::text[]))`,
    [traces],
  );
}
