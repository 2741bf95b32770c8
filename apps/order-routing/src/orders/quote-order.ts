import { Injectable } from '@nestjs/common';
import type { Caller } from '#platform/access/allow.js';
import type { QuoteView } from '../domain/what-if/quote.js';
import { MarketCopies } from '../runtime/market-copies.js';
import type { PlaceOrderDto } from './order.dto.js';
import { buyerOf, ReadOrder } from './read-order.js';

/** Says what an order would be promised, and at what price, before anybody places it. */
@Injectable()
export class QuoteOrder {
  constructor(
    private readonly orders: ReadOrder,
    private readonly copies: MarketCopies,
  ) {}

  /** @throws DomainError as the order would be refused */
  async run(caller: Caller, order: PlaceOrderDto): Promise<QuoteView> {
    const { origin, lines } = await this.orders.read(caller, order);
    return this.copies.ask('quote', origin, {
      orderId: 'quote',
      partner: caller.region,
      placedBy: caller.subject,
      buyer: buyerOf(order.buyer),
      reference: null,
      lines: lines.map((line, index) => ({ lineId: `quote-${String(index)}`, ...line })),
    });
  }
}
