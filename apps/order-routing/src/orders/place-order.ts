import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { deterministicUuid } from '#kernel/uuid.js';
import type { Caller } from '#platform/access/allow.js';
import { requireIdempotency, type Tx } from '#platform/database/transactions.js';
import { callContext } from '#platform/context/call-context.js';
import type { OrderPlaced } from '../domain/decisions/place-order.js';
import { DEFAULT_POLICY } from '../domain/ledger/office-policy.js';
import { claimKeys } from '../runtime/idempotency.js';
import { appendPending } from '../runtime/journal.js';
import { Markets } from '../runtime/markets.js';
import type { Actor } from '../events/actor.js';
import type { MarketRequest } from '../runtime/requests.js';
import type { PlaceOrderDto } from './order.dto.js';
import type { OrderView } from '../domain/views/order-view.js';
import { buyerOf, ReadOrder } from './read-order.js';

/** The call that an order comes with: who sends it, and under which key it is placed once. */
export interface OrderCall {
  /** Whose key it is. */
  readonly scope: string;
  readonly key: string;
  readonly actor: Actor;
  /** Of a row of a file: an order that stands under it is not placed again. */
  readonly meaning?: string | undefined;
}

/**
 * Places an order of the caller's region and answers with what is promised of it, and why not more. Every way in (one
 * order, a stream, a file, the topic) ends here, so that the same order gets the same answer.
 */
@Injectable()
export class PlaceOrder {
  constructor(
    private readonly markets: Markets,
    private readonly orders: ReadOrder,
  ) {}

  /**
   * @param call default: the HTTP call under way
   * @returns the order with its promises; or only its id when the market's owner did not answer in time
   * @throws DomainError ORIGIN_REQUIRED, COMMODITY_UNKNOWN, INVALID (with pointers), IDEMPOTENCY_KEY_…,
   *   ALREADY_EXISTS for a meaning that stands
   */
  async run(
    caller: Caller,
    order: PlaceOrderDto,
    call: OrderCall = callUnderWay(),
  ): Promise<{ order: OrderView } | { pending: string }> {
    const { market, request, orderId } = await this.request(caller, order, call);
    const outcome = await this.markets.submit(market, request);
    return outcome === 'pending' ? { pending: orderId } : { order: outcome.answer };
  }

  /**
   * Leaves the order to its market within the caller's transaction, once per key; nobody waits for the answer.
   *
   * @throws DomainError like `run`, but for IDEMPOTENCY_KEY_…: a key that is known is passed over
   */
  async leave(tx: Tx, caller: Caller, order: PlaceOrderDto, call: OrderCall): Promise<void> {
    const { market, request } = await this.request(caller, order, call);
    if ((await claimKeys(tx, [request])).get(request) !== 'fresh') return;
    await appendPending(tx, market, DEFAULT_POLICY, [request]);
    tx.afterCommit(() => {
      this.markets.wake(market);
    });
  }

  private async request(
    caller: Caller,
    order: PlaceOrderDto,
    { scope, key, actor, meaning }: OrderCall,
  ): Promise<{ market: string; request: MarketRequest<'order-placed'>; orderId: string }> {
    const { origin, lines } = await this.orders.read(caller, order);
    // From the key: the same call names the same order, also when it is sent to another replica.
    const orderId = orderIdOf(scope, key);
    const payload: OrderPlaced = {
      orderId,
      partner: caller.region,
      placedBy: caller.subject,
      buyer: buyerOf(order.buyer),
      reference: order.reference ?? null,
      lines: lines.map((line, index) => ({ lineId: deterministicUuid('line', orderId, String(index)), ...line })),
    };
    // Of what is ordered, not of how it was written or came: a retry by another way is the same request.
    const requestHash = createHash('sha256')
      .update(JSON.stringify([origin, payload]))
      .digest('hex');
    return {
      market: origin,
      orderId,
      request: {
        idempotency: { scope, key, requestHash },
        actor,
        input: { kind: 'order-placed', payload: meaning === undefined ? payload : { ...payload, meaning } },
      },
    };
  }
}

/** The id of the order that a key stands for. */
export function orderIdOf(scope: string, key: string): string {
  return deterministicUuid('order', scope, key);
}

function callUnderWay(): OrderCall {
  const { scope, key } = requireIdempotency();
  const { principal, correlationId } = callContext();
  return { scope, key, actor: { principal, correlationId } };
}
