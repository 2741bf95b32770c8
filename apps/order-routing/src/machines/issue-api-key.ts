import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel/domain-error.js';
import { uuidv7 } from '#kernel/uuid.js';
import type { Caller } from '#platform/access/allow.js';
import { newApiKey } from '#platform/access/api-keys.js';
import { Transactions } from '#platform/database/transactions.js';
import { insertInto } from '#platform/database/sql.js';

/** One in use, and one to change over to. */
const MOST_ACTIVE = 2;

export interface IssuedApiKey {
  readonly id: string;
  readonly system: string;
  /** The key itself, this once; null in the answer to a repeated call, for only its hash is kept. */
  readonly key: string | null;
}

/** Gives a partner's system a key of its own. */
@Injectable()
export class IssueApiKey {
  constructor(private readonly transactions: Transactions) {}

  /** @throws DomainError TOO_MANY_KEYS while two keys of the system are active */
  async run({ region, subject }: Caller, system: string): Promise<IssuedApiKey> {
    let shown: string | null = null;
    const issued = await this.transactions.runOnce(async (tx) => {
      // Two calls at a time would each see one key: the second waits here for the first.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('api_key'), hashtext($1))`, [`${region} ${system}`]);
      const active = await tx.query('SELECT 1 FROM api_key WHERE region = $1 AND system = $2 AND revoked_at IS NULL', [
        region,
        system,
      ]);
      if (active.length >= MOST_ACTIVE) {
        throw new DomainError('TOO_MANY_KEYS', { system });
      }
      const id = uuidv7();
      const { key, hash } = newApiKey(id);
      await tx.query(...insertInto('api_key', { id, region, system, hash, issued_by: subject }));
      shown = key;
      return { id, system };
    });
    return { ...issued, key: shown };
  }
}
