import { Injectable } from '@nestjs/common';
import type { Caller } from '#platform/access/allow.js';
import { Transactions } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';

@Injectable()
export class RevokeApiKey {
  constructor(private readonly transactions: Transactions) {}

  /**
   * From a few seconds later on nobody gets in with it. Revoking it again changes nothing.
   *
   * @throws DomainError NOT_FOUND
   */
  run({ region }: Caller, id: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const rows = await tx.query(
        'UPDATE api_key SET revoked_at = coalesce(revoked_at, now()) WHERE id = $1 AND region = $2 RETURNING id',
        [id, region],
      );
      if (rows.length === 0) throw notFound();
    });
  }
}
