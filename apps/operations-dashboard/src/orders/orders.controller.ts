import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { dataScopeOf } from '#platform/access/data-scope.js';
import { number } from '#files/exports/column.js';
import { Exports } from '#files/exports/exports.js';
import { PageQuery, type Page } from '#platform/http/shapes.js';
import { IdPipe } from '#platform/http/validate.js';
import { FindOrders, type OrderRow, type OrderTimeline } from './find-orders.js';

@Controller('api/operations/orders')
export class OrdersController {
  constructor(private readonly findOrders: FindOrders) {}

  /** Orders, newest first, with what their lines came to; a cooperative's are those that its own goods serve. */
  @Get()
  @Allow('order-timelines:read')
  @Header('Cache-Control', 'private, no-cache')
  @Exports({
    file: 'pesanan',
    each: 'lines',
    columns: {
      Pesanan: 'of.id',
      Mitra: 'of.partner',
      Status: 'of.status',
      Komoditas: 'commodity',
      Satuan: 'unit',
      Diminta: number('wanted'),
      Disanggupi: number('promised'),
      Ditetapkan: number('bound'),
      Baris: 'lineId',
    },
  })
  list(@Query() query: PageQuery, @CurrentCaller() caller: Caller): Promise<Page<OrderRow>> {
    return this.findOrders.newest(dataScopeOf(caller), query);
  }

  /** One order with all that happened to it; to a cooperative, nothing of what others sell. */
  @Get(':id')
  @Allow('order-timelines:read')
  @Header('Cache-Control', 'private, no-cache')
  timeline(@Param('id', IdPipe) id: string, @CurrentCaller() caller: Caller): Promise<OrderTimeline> {
    return this.findOrders.timeline(dataScopeOf(caller), id);
  }
}
