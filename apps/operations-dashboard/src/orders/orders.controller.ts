import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { Allow } from '#platform/access/allow.js';
import { PageQuery } from '#platform/http/shapes.js';
import { IdPipe } from '#platform/http/validate.js';
import { FindOrders } from './find-orders.js';

@Controller('api/operations/orders')
export class OrdersController {
  constructor(private readonly findOrders: FindOrders) {}

  @Get()
  @Allow('operations:read')
  @Header('Cache-Control', 'no-cache')
  list(@Query() query: PageQuery): Promise<object> {
    return this.findOrders.newest(query);
  }

  @Get(':id')
  @Allow('operations:read')
  @Header('Cache-Control', 'no-cache')
  timeline(@Param('id', IdPipe) id: string): Promise<object> {
    return this.findOrders.timeline(id);
  }
}
