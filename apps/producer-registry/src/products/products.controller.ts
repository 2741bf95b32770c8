import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { CreateProduct } from './create-product.js';
import { FindProducts } from './find-products.js';
import { ProductDto, ProductsQuery } from './products.dto.js';

@Controller('api/registry/products')
export class ProductsController {
  constructor(
    private readonly createProduct: CreateProduct,
    private readonly findProducts: FindProducts,
  ) {}

  @Post()
  @Allow('producers:write')
  create(@Body() body: ProductDto, @CurrentCaller() caller: Caller): Promise<object> {
    return this.createProduct.run(caller.region, body);
  }

  @Get()
  @Allow('producers:read')
  list(@Query() query: ProductsQuery, @CurrentCaller() caller: Caller): Promise<object> {
    return this.findProducts.list(caller.scope === 'any' ? null : caller.region, query);
  }
}
