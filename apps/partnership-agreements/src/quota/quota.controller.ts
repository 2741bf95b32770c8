import { Controller, Get, Param } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { day, number } from '#files/exports/column.js';
import { Exports } from '#files/exports/exports.js';
import { IdPipe } from '#platform/http/validate.js';
import { FindQuota, type QuotaView } from './find-quota.js';

@Controller('api/agreements/:id/quota')
export class QuotaController {
  constructor(private readonly findQuota: FindQuota) {}

  /** The quota ledger: what of each terms row is spent, newest period first, at most 1,000 periods. */
  @Get()
  @Allow('agreements:read')
  @Exports({
    file: 'kuota',
    columns: {
      Tujuan: 'destination',
      Komoditas: 'commodity',
      Satuan: 'unit',
      Periode: day('period'),
      Per: 'every',
      Kuota: number('capacity'),
      Terpakai: number('consumed'),
      'Jenis kuota': 'quotaKind',
      Target: number('target'),
    },
  })
  read(@Param('id', IdPipe) id: string, @CurrentCaller() caller: Caller): Promise<{ items: readonly QuotaView[] }> {
    return this.findQuota.run(caller.scope === 'any' ? null : caller.region, id);
  }
}
