import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel/domain-error.js';
import { sqlState } from '#postgres/sql-state.js';
import { Transactions } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import type { ProducerDetails } from '../domain/producer.js';
import { Vault } from '#platform/database/vault.js';
import { Villages } from '../persistence/villages.js';
import { lockProducer } from '../persistence/lock-producers.js';
import { producerEvent } from '../persistence/producer-event.js';
import { PRODUCER } from '../persistence/tables.js';
import { referenceTaken } from './reference-taken.js';

const UNIQUE_VIOLATION = '23505';

export interface ProducerChanged {
  readonly id: string;
  readonly version: number;
}

/** Replaces what is said of a producer of the officer's region. */
@Injectable()
export class ChangeProducer {
  constructor(
    private readonly transactions: Transactions,
    private readonly vault: Vault,
    private readonly villages: Villages,
  ) {}

  /**
   * @param version the one that the officer has read
   * @throws DomainError NOT_FOUND, VERSION_CONFLICT, INVALID, ALREADY_EXISTS for the reference, ILLEGAL_TRANSITION
   */
  async run(origin: string, id: string, version: number, details: ProducerDetails): Promise<{ version: number }> {
    const { nik } = details;
    const sealed =
      nik === undefined ? undefined : { sealed: this.vault.seal(nik), fingerprint: this.vault.fingerprint(nik) };
    try {
      return await this.transactions.run(async (tx) => {
        const producer = await lockProducer(tx, origin, id);
        if (!producer) throw notFound();
        if (producer.version !== version) {
          throw new DomainError('VERSION_CONFLICT');
        }
        producer.change(details, { nik: sealed, villages: this.villages });
        await PRODUCER.upsert(tx, [producer], {});
        tx.publish(producerEvent(producer));
        return { version: producer.version };
      });
    } catch (error) {
      // The reference is the only thing of a producer that has to be unique.
      throw sqlState(error) === UNIQUE_VIOLATION ? referenceTaken() : error;
    }
  }
}
