import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { localDateAt } from '#kernel/local-date.js';
import { says } from '#kernel/refusals/sentences.js';
import type { DataScope } from '#platform/access/data-scope.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import { throwIfInvalid, violations } from '../domain/faults.js';
import { figureFaults, surplusOf, type Figures } from '../domain/statement.js';
import { insertRequest } from '../persistence/lot-requests.js';
import { changeLot, lockLot } from '../persistence/lots.js';
import { refuseWhileMerging } from '../persistence/merges.js';

/** What is to be said of one producer's stock of a product today. */
export interface RightFigures extends Figures {
  readonly producerId: string;
  readonly productId: string;
  readonly reason: string;
}

/** A delivery of the day that has enough of the producer's to be taken off. */
interface Delivery {
  readonly lotId: string;
  readonly quantity: number;
  /** Bound, sent or gone, of the whole lot, as far as routing has told. */
  readonly gone: number;
}

/**
 * Corrects today's statement of a producer downwards: routing takes the difference off its lot, all of it or nothing, for
 * what is promised stays. What is more than was stated is a delivery of its own (`adds` of a statement).
 */
@Injectable()
export class CorrectStatement {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError NOT_FOUND, INVALID with the quantity that is bound already, as far as it is known here */
  run(scope: DataScope, asked: RightFigures): Promise<{ id: string; lotId: string }> {
    return this.transactions.runOnce(async (tx) => {
      const { producerId, productId, reason } = asked;
      const stated = await this.stated(tx, scope, asked);
      const { produced, committedToExport, committedAtHome, held } = asked;
      const after = { produced, committedToExport, committedAtHome, held };
      const less = surplusOf(stated.before) - surplusOf(after);
      throwIfInvalid([
        ...figureFaults(after, ''),
        ...violations([less > 0, '/produced', says('correction-down', { n: surplusOf(stated.before) })]),
      ]);
      const [newest] = stated.deliveries;
      const delivery = stated.deliveries.find(({ quantity }) => quantity >= less);
      if (!delivery) {
        throwIfInvalid(violations([false, '/produced', says('correction-delivery', { n: newest?.quantity ?? 0 })]));
        throw notFound();
      }
      const { lotId, gone } = delivery;
      const lot = await lockLot(tx, scope, lotId);
      if (!lot) throw notFound();
      throwIfInvalid(violations([less <= lot.quantity - gone, '/produced', says('correction-bound', { n: gone })]));
      const correction = { productId, date: stated.date, before: stated.before, after };
      const request = { kind: 'correction', quantity: less, producerId, cause: reason, correction } as const;
      const id = await insertRequest(tx, lotId, request, this.clock.now());
      tx.audit({ subject: producerId, before: stated.before, after });
      const data = { requestId: id, quantity: less, producerId, whole: true };
      tx.publish(await changeLot(tx, lot, 'serap.surplus.withdrawal-requested.v1', data));
      return { id, lotId };
    });
  }

  /** What was stated today, and the deliveries that it came in, the newest first. */
  private async stated(
    tx: Tx,
    { origin, aggregator }: DataScope,
    { producerId, productId }: RightFigures,
  ): Promise<{ date: string; before: Figures; deliveries: readonly Delivery[] }> {
    const [producer] = await tx.query<{ origin: string }>(
      'SELECT origin FROM producer WHERE id = $1 AND ($2::text IS NULL OR origin = $2) FOR NO KEY UPDATE',
      [producerId, origin],
    );
    if (!producer) throw notFound('/producerId');
    await refuseWhileMerging(tx, [producerId]);
    const date = localDateAt(this.clock.now(), producer.origin);
    const [before] = await tx.query<Figures>(
      `SELECT produced, committed_to_export AS "committedToExport", committed_at_home AS "committedAtHome", held
       FROM statement_line WHERE producer_id = $1 AND product_id = $2 AND stated_for = $3 FOR UPDATE`,
      [producerId, productId, date],
    );
    const deliveries = await tx.query<Delivery>(
      `SELECT l.id AS "lotId", c.quantity,
         coalesce(b.declared - b.free - b.held, 0)::bigint AS gone
       FROM lot l JOIN lot_contribution c ON c.lot_id = l.id LEFT JOIN lot_balance b ON b.lot_id = l.id
       WHERE c.producer_id = $1 AND l.product_id = $2 AND l.produced_on = $3
         AND ($4::uuid IS NULL OR l.seller_id = $4) ORDER BY l.id DESC`,
      [producerId, productId, date, aggregator],
    );
    if (!before || deliveries.length === 0) throw notFound('/producerId');
    return { date, before, deliveries };
  }
}
