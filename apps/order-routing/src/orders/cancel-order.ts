import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '#platform/access/allow.js';
import { requireIdempotency } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import { callContext } from '#platform/context/call-context.js';
import { covers } from '#kernel/region-code.js';
import { Markets } from '../runtime/markets.js';
import type { OrderView } from '../domain/views/order-view.js';

/** Cancels an order of the caller's region: what is promised or bound, and not dispatched, goes back. */
@Injectable()
export class CancelOrder {
  constructor(
    private readonly dataSource: DataSource,
    private readonly markets: Markets,
  ) {}

  /** @throws DomainError NOT_FOUND; ILLEGAL_TRANSITION when it is closed already */
  async run(caller: Caller, orderId: string): Promise<{ order: OrderView } | { pending: string }> {
    const idempotency = requireIdempotency();
    const [order] = await this.dataSource.query<{ partner: string; market: string }[]>(
      'SELECT partner, market FROM orders WHERE id = $1',
      [orderId],
    );
    if (!order || !covers(caller.region, order.partner)) throw notFound();
    const { principal, correlationId } = callContext();
    const outcome = await this.markets.submit(order.market, {
      idempotency,
      actor: { principal, correlationId },
      input: { kind: 'order-cancelled', payload: { orderId } },
    });
    return outcome === 'pending' ? { pending: orderId } : { order: outcome.answer };
  }
}
