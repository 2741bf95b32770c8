import { Injectable } from '@nestjs/common';
import { says } from '#kernel/refusals/sentences.js';
import { BusinessClock } from '#kernel/business-clock.js';
import type { DataScope } from '#platform/access/data-scope.js';
import { Transactions } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import { violations, throwIfInvalid } from '../domain/faults.js';
import { insertRequest } from '../persistence/lot-requests.js';
import { changeLot, lockLot } from '../persistence/lots.js';

/** Stock that is spoiled, or a whole lot that is recalled: nobody can be promised it, and who was promised it is told. */
@Injectable()
export class WriteOffLot {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * @param wanted without a quantity: all of it that has not left, as a recall
   * @throws DomainError NOT_FOUND, INVALID
   */
  run(
    scope: DataScope,
    lotId: string,
    wanted: { readonly quantity?: number; readonly cause: string },
  ): Promise<{ id: string; lotId: string }> {
    return this.transactions.runOnce(async (tx) => {
      const lot = await lockLot(tx, scope, lotId);
      if (!lot) throw notFound();
      const { cause, quantity = lot.quantity } = wanted;
      throwIfInvalid(violations([quantity <= lot.quantity, '/quantity', says('above-declared', { n: lot.quantity })]));
      const recall = wanted.quantity === undefined;
      const kind = recall ? 'recall' : 'write-off';
      const id = await insertRequest(tx, lotId, { kind, quantity, cause }, this.clock.now());
      tx.publish(
        await changeLot(tx, lot, 'serap.surplus.adjusted.v1', {
          requestId: id,
          cause: recall ? 'RECALLED' : 'SPOILED',
          quantity,
          certificates: [...lot.certificates],
        }),
      );
      return { id, lotId };
    });
  }
}
