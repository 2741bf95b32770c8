import { Injectable } from '@nestjs/common';
import { says } from '#kernel/refusals/sentences.js';
import { BusinessClock } from '#kernel/business-clock.js';
import type { DataScope } from '#platform/access/data-scope.js';
import { Transactions } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import { violations, throwIfInvalid } from '../domain/faults.js';
import { insertRequest } from '../persistence/lot-requests.js';
import { changeLot, lockLot } from '../persistence/lots.js';
import { refuseWhileMerging } from '../persistence/merges.js';

/** Asks routing for stock back: it gives what is free and no promise needs, and tells how much that was. */
@Injectable()
export class RequestWithdrawal {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError NOT_FOUND, INVALID */
  run(
    scope: DataScope,
    lotId: string,
    asked: { readonly quantity: number; readonly producerId?: string; readonly cause?: string },
  ): Promise<{ id: string; lotId: string }> {
    return this.transactions.runOnce(async (tx) => {
      const lot = await lockLot(tx, scope, lotId);
      if (!lot) throw notFound();
      const { quantity, producerId } = asked;
      const mine =
        producerId === undefined ||
        (
          await tx.query('SELECT FROM lot_contribution WHERE lot_id = $1 AND producer_id = $2 LIMIT 1', [
            lotId,
            producerId,
          ])
        ).length > 0;
      throwIfInvalid(
        violations(
          [quantity <= lot.quantity, '/quantity', says('above-declared', { n: lot.quantity })],
          [mine, '/producerId', says('no-part')],
        ),
      );
      if (producerId !== undefined) await refuseWhileMerging(tx, [producerId]);
      const id = await insertRequest(tx, lotId, { kind: 'withdrawal', ...asked }, this.clock.now());
      const data = { requestId: id, quantity, ...(producerId === undefined ? {} : { producerId }) };
      tx.publish(await changeLot(tx, lot, 'serap.surplus.withdrawal-requested.v1', data));
      return { id, lotId };
    });
  }
}
