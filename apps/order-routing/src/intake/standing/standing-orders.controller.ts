import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { IdPipe } from '#platform/http/validate.js';
import type { Language } from '#kernel/refusals/words.js';
import { ReaderLanguage } from '#platform/http/language.js';
import { StandingOrderDto } from './standing-orders.dto.js';
import { StandingOrders, type StandingOrderView } from './standing-orders.js';

@Controller('api/orders/standing')
@Allow('orders:place')
export class StandingOrdersController {
  constructor(private readonly standingOrders: StandingOrders) {}

  /** Opens an order that is placed again for each day, week or month. */
  @Post()
  open(@CurrentCaller() caller: Caller, @Body() body: StandingOrderDto): Promise<{ id: string; nextOn: string }> {
    return this.standingOrders.open(caller, body);
  }

  /** Standing orders of the caller's region, the latest first. */
  @Get()
  all(@CurrentCaller() caller: Caller, @ReaderLanguage() language: Language): Promise<{ items: StandingOrderView[] }> {
    return this.standingOrders.all(caller, language);
  }

  /** One standing order, with what became of its latest day. */
  @Get(':id')
  one(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @ReaderLanguage() language: Language,
  ): Promise<StandingOrderView> {
    return this.standingOrders.one(caller, id, language);
  }

  /** Stops it; what it has placed stays. */
  @Delete(':id')
  @HttpCode(204)
  stop(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<void> {
    return this.standingOrders.stop(caller, id);
  }
}
