import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { number } from '#files/exports/column.js';
import { Exports } from '#files/exports/exports.js';
import { Describe } from '#platform/http/describe.js';
import type { Created, Page } from '#platform/http/shapes.js';
import { CreateProduct } from './create-product.js';
import { FindProducts, type ProductView } from './find-products.js';
import { ProductDto, ProductsQuery } from './products.dto.js';

@Controller('api/registry/products')
export class ProductsController {
  constructor(
    private readonly createProduct: CreateProduct,
    private readonly findProducts: FindProducts,
  ) {}

  /** Adds a product that the region sells. */
  @Post()
  @Allow('producers:write')
  @Describe({ refuses: ['ALREADY_EXISTS'] })
  create(@Body() body: ProductDto, @CurrentCaller() caller: Caller): Promise<Created> {
    return this.createProduct.run(caller.region, body);
  }

  /** Products. */
  @Get()
  @Allow('producers:read')
  @Exports({
    file: 'produk',
    columns: {
      Komoditas: 'commodity',
      Nama: 'name',
      Satuan: 'unit',
      'Masa simpan (hari)': number('shelfLifeDays'),
      'Sertifikat wajib': 'lawAsksFor',
      Id: 'id',
    },
  })
  list(@Query() query: ProductsQuery, @CurrentCaller() caller: Caller): Promise<Page<ProductView>> {
    return this.findProducts.list(caller.scope === 'any' ? null : caller.region, query);
  }
}
