import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { IdPipe } from '#platform/http/validate.js';
import { FindHandover } from './find-handover.js';
import { handoverPdf } from './handover-pdf.js';

@Controller('api/orders/shipments')
export class HandoverController {
  constructor(private readonly findHandover: FindHandover) {}

  /** The record of handing over (berita acara serah terima) of a received shipment, as PDF. */
  @Get(':id/handover')
  @Allow('orders:read')
  async read(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<StreamableFile> {
    const handover = await this.findHandover.one(caller, id);
    return new StreamableFile(await handoverPdf(handover), {
      type: 'application/pdf',
      disposition: `attachment; filename="serah-terima-${id}.pdf"`,
    });
  }
}
