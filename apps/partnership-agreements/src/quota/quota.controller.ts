import { Controller, Get, Param } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { IdPipe } from '#platform/http/validate.js';
import { FindQuota } from './find-quota.js';

@Controller('api/agreements/:id/quota')
export class QuotaController {
  constructor(private readonly findQuota: FindQuota) {}

  @Get()
  @Allow('agreements:read')
  read(@Param('id', IdPipe) id: string, @CurrentCaller() caller: Caller): Promise<object> {
    return this.findQuota.run(caller.scope === 'any' ? null : caller.region, id);
  }
}
