import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { day, instant, number } from '#files/exports/column.js';
import { Exports } from '#files/exports/exports.js';
import { Describe } from '#platform/http/describe.js';
import { AcceptedLater } from '#platform/http/accepted-later.js';
import type { Page } from '#platform/http/shapes.js';
import { IdPipe } from '#platform/http/validate.js';
import { CancelOrder } from './cancel-order.js';
import { FindOrders } from './find-orders.js';
import { PlaceOrderDto } from './order.dto.js';
import { OrdersQuery } from './orders.dto.js';
import { PlaceOrder } from './place-order.js';
import type { OrderView } from '../domain/views/order-view.js';

@Controller('api/orders')
export class OrdersController {
  constructor(
    private readonly placeOrder: PlaceOrder,
    private readonly cancelOrder: CancelOrder,
    private readonly findOrders: FindOrders,
  ) {}

  /** Places an order. The answer is its promise, also when that is zero; while the market's owner is away, its address. */
  @Post()
  @Allow('orders:place')
  async place(@CurrentCaller() caller: Caller, @Body() order: PlaceOrderDto): Promise<OrderView | AcceptedLater> {
    return answer(await this.placeOrder.run(caller, order));
  }

  /** Cancels an order, or what is not yet on its way of it. */
  @Post(':id/cancellation')
  @HttpCode(200)
  @Allow('orders:cancel')
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  async cancel(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<OrderView | AcceptedLater> {
    return answer(await this.cancelOrder.run(caller, id));
  }

  /** Orders of the caller's region, newest first unless asked otherwise. */
  @Get()
  @Allow('orders:read')
  @Exports({
    file: 'pesanan',
    each: 'lines',
    columns: {
      Pesanan: 'of.id',
      Referensi: 'of.reference',
      Mitra: 'of.partner',
      Pembeli: 'of.buyer.name',
      Dipesan: instant('of.placedAt'),
      'Status pesanan': 'of.status',
      Komoditas: 'commodity',
      Satuan: 'unit',
      Jumlah: number('quantity'),
      Disanggupi: number('promised'),
      Ditetapkan: number('allocated'),
      Edisi: 'terms.edition',
      'Ongkos angkut': 'terms.freight',
      Tujuan: 'deliverTo',
      'Butuh sebelum': day('needBy'),
      Status: 'status',
      Baris: 'id',
    },
  })
  page(@CurrentCaller() caller: Caller, @Query() query: OrdersQuery): Promise<Page<OrderView>> {
    return this.findOrders.page(caller, query);
  }

  /** One order with its lines, promises, allocations and reasons. */
  @Get(':id')
  @Allow('orders:read')
  one(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<OrderView> {
    return this.findOrders.one(caller, id);
  }
}

function answer(outcome: { order: OrderView } | { pending: string }): OrderView | AcceptedLater {
  return 'order' in outcome ? outcome.order : new AcceptedLater(outcome.pending, `/api/orders/${outcome.pending}`);
}
