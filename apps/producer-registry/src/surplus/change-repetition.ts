import { Injectable } from '@nestjs/common';
import { says } from '#kernel/refusals/sentences.js';
import { BusinessClock } from '#kernel/business-clock.js';
import type { DataScope } from '#platform/access/data-scope.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import { violations, throwIfInvalid } from '../domain/faults.js';
import { figureFaults, repeatFaults, type MemberFigures } from '../domain/statement.js';
import { insertLines, lockRepetition, stop } from '../persistence/repetitions.js';
import type { Repetition } from '../persistence/tables.js';
import { lockContributors } from './find-contributors.js';
import { findSeller } from './find-seller.js';

export interface RepetitionChanged {
  readonly id: string;
  /** First day that is stated anew. */
  readonly from: string;
}

/** Changes or stops what repeats, from the next day on: what a day has stated stays. */
@Injectable()
export class ChangeRepetition {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError NOT_FOUND, INVALID with pointers into the contributions */
  run(
    scope: DataScope,
    id: string,
    wanted: { readonly floorPrice: number; readonly contributions: readonly MemberFigures[] },
  ): Promise<RepetitionChanged> {
    const { contributions: lines, floorPrice } = wanted;
    return this.transactions.run(async (tx) => {
      const repetition = await running(tx, scope, id);
      throwIfInvalid([
        ...repeatFaults(lines),
        ...lines.flatMap((line, index) => figureFaults(line, `/contributions/${String(index)}`)),
      ]);
      const seller = await findSeller(tx, scope, repetition.sellerId);
      const known = await lockContributors(tx, seller, lines);
      throwIfInvalid(
        lines.flatMap(({ producerId }, index) =>
          violations([known.has(producerId), `/contributions/${String(index)}/producerId`, says('not-a-member')]),
        ),
      );
      await tx.query('UPDATE repetition SET floor_price = $2 WHERE id = $1', [id, floorPrice]);
      await tx.query('DELETE FROM repetition_line WHERE repetition_id = $1', [id]);
      await insertLines(tx, id, lines);
      return { id, from: repetition.nextDay };
    });
  }

  /** @throws DomainError NOT_FOUND also when it is stopped already */
  stop(scope: DataScope, by: string, id: string): Promise<{ id: string }> {
    return this.transactions.runOnce(async (tx) => {
      await running(tx, scope, id);
      await stop(tx, id, by, this.clock.now());
      return { id };
    });
  }
}

async function running(tx: Tx, scope: DataScope, id: string): Promise<Repetition> {
  const repetition = await lockRepetition(tx, scope, id);
  if (!repetition) throw notFound();
  return repetition;
}
