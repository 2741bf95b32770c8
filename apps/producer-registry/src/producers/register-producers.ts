import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel/domain-error.js';
import { uuidv7 } from '#kernel/uuid.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { Producer, type ProducerDetails } from '../domain/producer.js';
import { PRODUCER } from '../persistence/tables.js';
import { Vault } from '#platform/database/vault.js';
import { Villages } from '../persistence/villages.js';
import { producerEvent } from '../persistence/producer-event.js';
import { referenceTaken } from './reference-taken.js';

export type Registration = { readonly id: string } | { readonly refused: DomainError };

/** Registers producers as drafts of the officer's region: a batch in one transaction, one outcome a row. */
@Injectable()
export class RegisterProducers {
  constructor(
    private readonly transactions: Transactions,
    private readonly vault: Vault,
    private readonly villages: Villages,
  ) {}

  /** @throws DomainError INVALID or ALREADY_EXISTS */
  async one(origin: string, details: ProducerDetails): Promise<{ id: string }> {
    return this.transactions.runOnce(async (tx) => {
      const [outcome] = await this.registerAll(tx, origin, [details]);
      if (outcome && 'id' in outcome) return outcome;
      throw outcome?.refused ?? new Error('A batch of one has one outcome.');
    });
  }

  /**
   * Once per idempotency key of the acting call.
   *
   * @param toRow what the caller keeps of an outcome; it must survive JSON, for the same call again gets it again
   * @returns one row for each of `rows`, in order; a refused one does not hold back the others
   */
  many<Row>(
    origin: string,
    rows: readonly (ProducerDetails | DomainError)[],
    toRow: (outcome: Registration, index: number) => Row,
  ): Promise<Row[]> {
    return this.transactions.runOnce(async (tx) => (await this.registerAll(tx, origin, rows)).map(toRow));
  }

  /** In a transaction of the caller's, which sees to it that rows that come again are not registered again. */
  async registerAll(tx: Tx, origin: string, rows: readonly (ProducerDetails | DomainError)[]): Promise<Registration[]> {
    const made = rows.map((row) => (row instanceof DomainError ? row : this.make(origin, row)));
    const producers = made.filter((row) => row instanceof Producer);
    const inserted = new Set(await PRODUCER.insert(tx, producers, {}, ['origin', 'reference']));
    tx.publish(...producers.filter(({ id }) => inserted.has(id)).map(producerEvent));
    return made.map((row) => {
      if (row instanceof DomainError) return { refused: row };
      return inserted.has(row.id) ? { id: row.id } : { refused: referenceTaken() };
    });
  }

  private make(origin: string, details: ProducerDetails): Producer | DomainError {
    const { nik } = details;
    const sealed =
      nik === undefined ? undefined : { sealed: this.vault.seal(nik), fingerprint: this.vault.fingerprint(nik) };
    try {
      return Producer.register(uuidv7(), origin, details, { nik: sealed, villages: this.villages });
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  }
}
