import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { DomainError } from '#kernel/domain-error.js';
import type { DataScope } from '#platform/access/data-scope.js';
import { Transactions } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import { insertRequest } from '../persistence/lot-requests.js';
import { changeLot, lockLot } from '../persistence/lots.js';

/** Holds a lot whose quality is in doubt, or releases it: while it is held nothing new is bound from it, and nothing leaves. */
@Injectable()
export class HoldLot {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError NOT_FOUND, ILLEGAL_TRANSITION when it is held, or released, already */
  run(
    scope: DataScope,
    lotId: string,
    change: 'hold' | 'release',
    cause?: string,
  ): Promise<{ id: string; lotId: string }> {
    return this.transactions.runOnce(async (tx) => {
      const lot = await lockLot(tx, scope, lotId);
      if (!lot) throw notFound();
      const holds = change === 'hold';
      if (lot.onHold === holds) {
        throw new DomainError(holds ? 'ILLEGAL_TRANSITION.hold' : 'ILLEGAL_TRANSITION.release');
      }
      await tx.query('UPDATE lot SET on_hold = $2 WHERE id = $1', [lotId, holds]);
      const request = { kind: change, ...(cause === undefined ? {} : { cause }) };
      const id = await insertRequest(tx, lotId, request, this.clock.now());
      const type = holds ? 'serap.surplus.held.v1' : 'serap.surplus.released.v1';
      tx.publish(await changeLot(tx, lot, type, { cause: 'QUALITY' }));
      return { id, lotId };
    });
  }
}
