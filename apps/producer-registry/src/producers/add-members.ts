import { Injectable } from '@nestjs/common';
import { faultAt } from '#kernel/domain-error.js';
import { says } from '#kernel/refusals/sentences.js';
import { Transactions } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import { throwIfInvalid } from '../domain/faults.js';

/** Adds members to an aggregator of the officer's region; who is a member already stays one. */
@Injectable()
export class AddMembers {
  constructor(private readonly transactions: Transactions) {}

  /**
   * @returns how many were added
   * @throws DomainError NOT_FOUND when the aggregator is not there, INVALID naming each member that is not
   */
  run(origin: string, aggregatorId: string, members: readonly string[]): Promise<{ added: number }> {
    return this.transactions.runOnce(async (tx) => {
      const [aggregator] = await tx.query(
        `SELECT id FROM producer WHERE id = $1 AND origin = $2 AND kind = 'aggregator' AND status <> 'closed' FOR SHARE`,
        [aggregatorId, origin],
      );
      if (!aggregator) throw notFound();
      const known = await tx.query<{ id: string }>(
        `SELECT id FROM producer WHERE id = ANY($1::uuid[]) AND origin = $2 AND kind = 'producer'`,
        [members, origin],
      );
      const ids = new Set(known.map(({ id }) => id));
      throwIfInvalid(
        members.flatMap((id, index) =>
          ids.has(id) ? [] : [faultAt(`/members/${String(index)}`, says('not-of-region'))],
        ),
      );
      const added = await tx.query(
        `INSERT INTO member (aggregator_id, producer_id) SELECT $1, * FROM unnest($2::uuid[])
         ON CONFLICT DO NOTHING RETURNING producer_id`,
        [aggregatorId, members],
      );
      return { added: added.length };
    });
  }
}
