import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { DomainError } from '#kernel/domain-error.js';
import { uuidv7 } from '#kernel/uuid.js';
import { callContext } from '#platform/context/call-context.js';
import { insertInto } from '#platform/database/sql.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import { payoutLimit, DEFAULT_POLICY, type OfficePolicy } from '../domain/ledger/office-policy.js';
import { DUES, type DueView } from './find-payouts.js';

/** What became of a payout. */
export interface PaidOut {
  readonly id: string;
  readonly status: 'prepared' | 'paid' | 'rejected';
  readonly amount: number;
}

interface OrderRow {
  readonly market: string;
  readonly owed: number;
  readonly paid: number;
  readonly policy: OfficePolicy | null;
}

/**
 * Pays an order's money out to those who earned it. It moves no goods and no promise, so it is no input of the market; the
 * order's row is locked against a receipt that is corrected meanwhile.
 */
@Injectable()
export class PayOut {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * @param producers null: everybody to whom something is due
   * @throws DomainError NOT_FOUND, ILLEGAL_TRANSITION while the buyer owes, or where nothing is due
   */
  prepare(
    origin: string | null,
    orderId: string,
    { reference, producers }: { readonly reference: string; readonly producers: readonly string[] | null },
  ): Promise<PaidOut> {
    return this.transactions.runOnce(async (tx) => {
      const order = await lockOrder(tx, origin, orderId);
      if (order.paid < order.owed) {
        throw new DomainError('ILLEGAL_TRANSITION.payout-unpaid', { amount: order.owed - order.paid });
      }
      const dues = await tx.query<DueView>(DUES, [orderId]);
      const lines = dues.filter(({ producer, due }) => due > 0 && (producers?.includes(producer) ?? true));
      if (lines.length === 0) throw new DomainError('ILLEGAL_TRANSITION.payout-none');
      const amount = lines.reduce((sum, { due }) => sum + due, 0);
      const status = amount > payoutLimit(order.policy ?? DEFAULT_POLICY) ? 'prepared' : 'paid';
      const id = uuidv7();
      const by = { prepared_by: callContext().principal, prepared_at: this.clock.now() };
      await tx.query(
        ...insertInto('payout', { id, market: order.market, order_id: orderId, reference, amount, status, ...by }),
      );
      await tx.query(
        'INSERT INTO payout_line SELECT $1, producer, due FROM json_to_recordset($2::json) AS line (producer text, due bigint)',
        [id, JSON.stringify(lines)],
      );
      tx.audit({ after: { payout: id, status, amount } });
      return { id, status, amount };
    });
  }

  /** A second officer says whether a payout above the limit is made. */
  decide(origin: string | null, payoutId: string, to: 'paid' | 'rejected'): Promise<PaidOut> {
    return this.transactions.runOnce(async (tx) => {
      const [payout] = await tx.query<PaidOut & { preparedBy: string }>(
        `SELECT id, status, amount, prepared_by AS "preparedBy" FROM payout
         WHERE id = $1 AND ($2::text IS NULL OR market = $2) FOR UPDATE`,
        [payoutId, origin],
      );
      if (!payout) throw notFound();
      if (payout.status !== 'prepared') throw new DomainError('ILLEGAL_TRANSITION.payout-decided');
      const by = callContext().principal;
      if (by === payout.preparedBy) throw new DomainError('ILLEGAL_TRANSITION.payout-same-officer');
      await tx.query('UPDATE payout SET status = $2, decided_by = $3, decided_at = $4 WHERE id = $1', [
        payoutId,
        to,
        by,
        this.clock.now(),
      ]);
      const { amount } = payout;
      tx.audit({ before: { status: payout.status, amount }, after: { status: to, amount } });
      return { id: payoutId, status: to, amount };
    });
  }
}

async function lockOrder(tx: Tx, origin: string | null, id: string): Promise<OrderRow> {
  const [order] = await tx.query<OrderRow>(
    `SELECT o.market, o.owed, o.paid, m.policy FROM orders o LEFT JOIN market m ON m.id = o.market
     WHERE o.id = $1 AND ($2::text IS NULL OR o.market = $2) FOR UPDATE OF o`,
    [id, origin],
  );
  if (!order) throw notFound();
  return order;
}
