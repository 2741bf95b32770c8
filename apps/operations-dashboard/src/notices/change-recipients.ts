import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel/domain-error.js';
import { uuidv7 } from '#kernel/uuid.js';
import type { Caller } from '#platform/access/allow.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { Vault } from '#platform/database/vault.js';
import { notFound } from '#platform/http/validate.js';
import { masked } from '../domain/notices.js';
import { MINE, whoseIs } from './find-recipients.js';
import { insertInto } from '#platform/database/sql.js';

const MOST_RECIPIENTS = 50;

export interface RegisteredRecipient {
  readonly id: string;
  /** Its first letter and its host. */
  readonly address: string;
}

/** Who is told of the tasks that the caller's roles have in its region. */
@Injectable()
export class ChangeRecipients {
  constructor(
    private readonly transactions: Transactions,
    private readonly vault: Vault,
  ) {}

  /**
   * An address that is there already stays, and is tried again if the mail server had refused it.
   *
   * @throws DomainError TOO_MANY_RECIPIENTS
   */
  register(caller: Caller, address: string): Promise<RegisteredRecipient> {
    return this.transactions.runOnce(async (tx) => {
      // Two calls at a time would each see one too few: the second waits here for the first.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('notice_recipient'), hashtext($1))`, [caller.region]);
      const fingerprint = this.vault.fingerprint(address.toLowerCase());
      const [known] = await tx.query<{ id: string }>(
        `UPDATE notice_recipient SET refused_at = NULL WHERE ${MINE} AND fingerprint = $4 RETURNING id`,
        [...whoseIs(caller), fingerprint],
      );
      const id = known?.id ?? (await this.insert(tx, caller, address, fingerprint));
      return { id, address: masked(address) };
    });
  }

  /** @throws DomainError NOT_FOUND */
  async remove(caller: Caller, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const removed = await tx.query(`DELETE FROM notice_recipient WHERE ${MINE} AND id = $4 RETURNING id`, [
        ...whoseIs(caller),
        id,
      ]);
      if (removed.length === 0) throw notFound();
    });
  }

  private async insert(tx: Tx, caller: Caller, address: string, fingerprint: Buffer): Promise<string> {
    const { region, roles, aggregator, subject } = caller;
    const mine = await tx.query(`SELECT 1 FROM notice_recipient WHERE ${MINE}`, whoseIs(caller));
    if (mine.length >= MOST_RECIPIENTS) {
      throw new DomainError('TOO_MANY_RECIPIENTS', { n: MOST_RECIPIENTS });
    }
    const id = uuidv7();
    const sealed = { address: this.vault.seal(address), fingerprint };
    await tx.query(
      ...insertInto('notice_recipient', { id, region, roles, aggregator, ...sealed, registered_by: subject }),
    );
    return id;
  }
}
