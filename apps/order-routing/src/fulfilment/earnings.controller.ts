import { Controller, Get, Query } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { dataScopeOf } from '#platform/access/data-scope.js';
import { instant, number, yesNo } from '#files/exports/column.js';
import { Exports } from '#files/exports/exports.js';
import type { Page } from '#platform/http/shapes.js';
import { AllocationsQuery, SettlementLinesQuery } from './earnings.dto.js';
import { FindEarnings, type AllocatedView, type SettlementLine } from './find-earnings.js';

/** What those who sell read of their own goods. */
@Controller('api/orders')
@Allow('allocations:read')
export class EarningsController {
  constructor(private readonly find: FindEarnings) {}

  /** What the caller's lots were allocated to, with why and what it earns, newest first. */
  @Get('allocations')
  @Exports({
    file: 'alokasi',
    columns: {
      Ditetapkan: instant('boundAt'),
      Lot: 'lotId',
      Pesanan: 'orderId',
      Mitra: 'partner',
      Komoditas: 'commodity',
      Satuan: 'unit',
      Jumlah: number('quantity'),
      Kontributor: number('contributors'),
      Status: 'status',
      'Diterima baik': number('accepted'),
      Rusak: number('damaged'),
      Hilang: number('missing'),
      'Harga satuan': number('unitPrice'),
      'Hasil (rupiah)': number('earns'),
      Id: 'id',
    },
  })
  allocations(@CurrentCaller() caller: Caller, @Query() query: AllocationsQuery): Promise<Page<AllocatedView>> {
    return this.find.allocations(dataScopeOf(caller), query);
  }

  /** What each contributor to the caller's lots has earned, and whether the buyer has paid it, newest first. */
  @Get('settlements')
  @Exports({
    file: 'hasil-kontributor',
    columns: {
      Produsen: 'producer',
      Lot: 'lotId',
      Pesanan: 'orderId',
      Mitra: 'partner',
      Komoditas: 'commodity',
      Satuan: 'unit',
      Jumlah: number('quantity'),
      Rupiah: number('amount'),
      Lunas: yesNo('paid'),
      'Sudah dibayarkan': yesNo('paidOut'),
      Alokasi: 'allocationId',
    },
  })
  settlements(@CurrentCaller() caller: Caller, @Query() query: SettlementLinesQuery): Promise<Page<SettlementLine>> {
    return this.find.settlements(dataScopeOf(caller), query);
  }
}
