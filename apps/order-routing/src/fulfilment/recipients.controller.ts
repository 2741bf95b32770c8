import { Controller, Get, Param } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { dataScopeOf } from '#platform/access/data-scope.js';
import { instant, number } from '#files/exports/column.js';
import { Exports } from '#files/exports/exports.js';
import { IdPipe } from '#platform/http/validate.js';
import { FindRecipients, type RecipientsView } from './find-recipients.js';

/** Where goods of a lot went. */
@Controller('api/orders')
export class RecipientsController {
  constructor(private readonly find: FindRecipients) {}

  /** Who got goods of a lot or has them on the way, with the buyer's name: whom a recall has to reach. */
  @Get('lots/:id/recipients')
  @Allow('allocations:read')
  @Exports({
    file: 'penerima-lot',
    columns: {
      Pesanan: 'order',
      Mitra: 'partner',
      'Dikirim ke': 'deliverTo',
      Pembeli: 'buyer.name',
      Komoditas: 'commodity',
      Satuan: 'unit',
      Jumlah: number('quantity'),
      Status: 'status',
      'Diterima baik': number('accepted'),
      Dikirim: instant('dispatchedAt'),
      Diterima: instant('receivedAt'),
      Pengiriman: 'shipment',
    },
  })
  recipients(@CurrentCaller() caller: Caller, @Param('id', IdPipe) lot: string): Promise<RecipientsView> {
    return this.find.run(dataScopeOf(caller), lot);
  }
}
