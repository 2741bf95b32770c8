import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { dataScopeOf } from '#platform/access/data-scope.js';
import { day, number } from '#files/exports/column.js';
import { Exports } from '#files/exports/exports.js';
import type { Page } from '#platform/http/shapes.js';
import { IdPipe } from '#platform/http/validate.js';
import { FindLots, type ContributionsPage, type LotView } from './find-lots.js';
import { ContributionsQuery, LotsQuery } from './lots.dto.js';

@Controller('api/registry/lots')
@Allow('producers:read')
export class LotsController {
  constructor(private readonly findLots: FindLots) {}

  /** Lots of surplus. */
  @Get()
  @Exports({
    file: 'lot',
    columns: {
      Penjual: 'seller',
      Komoditas: 'commodity',
      Satuan: 'unit',
      Jumlah: number('quantity'),
      Dibuat: day('producedOn'),
      'Baik s.d.': day('bestBefore'),
      'Harga dasar': number('floorPrice'),
      Kontributor: number('contributors'),
      Bebas: number('balance.free'),
      Ditahan: number('balance.held'),
      Ditawarkan: number('balance.offered'),
      Ditetapkan: number('balance.confirmed'),
      'Dalam perjalanan': number('balance.inTransit'),
      Diterima: number('balance.delivered'),
      Ditarik: number('balance.withdrawn'),
      Dihapusbukukan: number('balance.writtenOff'),
      Id: 'id',
    },
  })
  list(@Query() query: LotsQuery, @CurrentCaller() caller: Caller): Promise<Page<LotView>> {
    return this.findLots.list(dataScopeOf(caller), query);
  }

  /** One lot, with the balance that routing last told of it. */
  @Get(':id')
  one(@Param('id', IdPipe) id: string, @CurrentCaller() caller: Caller): Promise<LotView> {
    return this.findLots.one(dataScopeOf(caller), id);
  }

  /** Who has contributed what to a lot, in the order of its hash. */
  @Get(':id/contributions')
  contributions(
    @Param('id', IdPipe) id: string,
    @Query() query: ContributionsQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<ContributionsPage> {
    return this.findLots.contributions(dataScopeOf(caller), id, query);
  }
}
