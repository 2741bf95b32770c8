import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { Allow } from '#platform/access/allow.js';
import { Exports } from '#platform/exports/exports.js';
import { PageQuery, type Page } from '#platform/http/shapes.js';
import { IdPipe } from '#platform/http/validate.js';
import { FindOrders, type OrderRow, type OrderTimeline } from './find-orders.js';

@Controller('api/operations/orders')
export class OrdersController {
  constructor(private readonly findOrders: FindOrders) {}

  /** Orders, newest first, with what their lines came to. */
  @Get()
  @Allow('operations:read')
  @Header('Cache-Control', 'no-cache')
  @Exports({
    file: 'pesanan',
    each: 'lines',
    columns: {
      Pesanan: 'of.id',
      Mitra: 'of.partner',
      Status: 'of.status',
      Komoditas: 'commodity',
      Satuan: 'unit',
      Diminta: 'wanted',
      Disanggupi: 'promised',
      Ditetapkan: 'bound',
      Baris: 'lineId',
    },
  })
  list(@Query() query: PageQuery): Promise<Page<OrderRow>> {
    return this.findOrders.newest(query);
  }

  /** One order with all that happened to it. */
  @Get(':id')
  @Allow('operations:read')
  @Header('Cache-Control', 'no-cache')
  timeline(@Param('id', IdPipe) id: string): Promise<OrderTimeline> {
    return this.findOrders.timeline(id);
  }
}
