import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { Describe } from '#platform/http/describe.js';
import type { CatalogueRow } from '../domain/what-if/catalogue.js';
import type { QuoteView } from '../domain/what-if/quote.js';
import { AskCatalogue } from './ask-catalogue.js';
import { CatalogueQuery, PlaceOrderDto } from './order.dto.js';
import { QuoteOrder } from './quote-order.js';

/** What can be bought, and what an order would be promised: nothing is written. */
@Controller('api/orders')
export class CatalogueController {
  constructor(
    private readonly askCatalogue: AskCatalogue,
    private readonly quoteOrder: QuoteOrder,
  ) {}

  /** What the caller's region can buy now: goods, what is left of each quota, price at its door, days on the way. */
  @Get('catalogue')
  @Allow('orders:place')
  @Describe({ refuses: ['UNAVAILABLE'] })
  async catalogue(
    @CurrentCaller() caller: Caller,
    @Query() { deliverTo = caller.region }: CatalogueQuery,
  ): Promise<{ items: CatalogueRow[] }> {
    return { items: await this.askCatalogue.run(caller, deliverTo) };
  }

  /** What an order would be promised if it came now, with reasons and price. Nothing is written, nothing is kept for it. */
  @Post('quotes')
  @HttpCode(200)
  @Allow('orders:place')
  @Describe({ key: false, refuses: ['ORIGIN_REQUIRED', 'COMMODITY_UNKNOWN', 'UNIT_MISMATCH', 'UNAVAILABLE'] })
  quote(@CurrentCaller() caller: Caller, @Body() order: PlaceOrderDto): Promise<QuoteView> {
    return this.quoteOrder.run(caller, order);
  }
}
