import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { PageQuery, type Page } from '#platform/http/shapes.js';
import { IdPipe } from '#platform/http/validate.js';
import { CancelOrder } from './cancel-order.js';
import { FindOrders } from './find-orders.js';
import { PlaceOrderDto } from './order.dto.js';
import { PlaceOrder } from './place-order.js';
import type { OrderView } from './present-order.js';

@Controller('api/orders')
export class OrdersController {
  constructor(
    private readonly placeOrder: PlaceOrder,
    private readonly cancelOrder: CancelOrder,
    private readonly findOrders: FindOrders,
  ) {}

  /** 201 with the promise, also when it is zero; 202 with the order's address while the market's owner is away. */
  @Post()
  @Allow('orders:place')
  async place(
    @CurrentCaller() caller: Caller,
    @Body() order: PlaceOrderDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrderView | { id: string }> {
    return answer(await this.placeOrder.run(caller, order), reply);
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @Allow('orders:cancel')
  async cancel(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrderView | { id: string }> {
    return answer(await this.cancelOrder.run(caller, id), reply);
  }

  @Get()
  @Allow('orders:read')
  page(@CurrentCaller() caller: Caller, @Query() query: PageQuery): Promise<Page<OrderView>> {
    return this.findOrders.page(caller, query);
  }

  @Get(':id')
  @Allow('orders:read')
  one(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<OrderView> {
    return this.findOrders.one(caller, id);
  }
}

function answer(outcome: { order: OrderView } | { pending: string }, reply: FastifyReply): OrderView | { id: string } {
  if ('order' in outcome) return outcome.order;
  void reply.status(202).header('Location', `/api/orders/${outcome.pending}`);
  return { id: outcome.pending };
}
