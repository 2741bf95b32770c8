import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { Describe } from '#platform/http/describe.js';
import { AcceptedLater } from '#platform/http/accepted-later.js';
import type { OfficePolicy } from '../domain/ledger/office-policy.js';
import { OriginPipe } from '../runtime/origins.js';
import { ChangePolicy } from './change-policy.js';
import { PolicyDto } from './policy.dto.js';

@Controller('api/orders/policies')
export class PolicyController {
  constructor(private readonly changePolicy: ChangePolicy) {}

  /** How a market is bound. */
  @Get(':origin')
  @Allow('orders:read')
  current(@CurrentCaller() caller: Caller, @Param('origin', OriginPipe) origin: string): Promise<OfficePolicy> {
    return this.changePolicy.current(caller, origin);
  }

  /** Changes how a market is bound. It counts from the next run on. */
  @Put(':origin')
  @Allow('runs:start')
  @Describe({ key: true })
  async change(
    @CurrentCaller() caller: Caller,
    @Param('origin', OriginPipe) origin: string,
    @Body() policy: PolicyDto,
  ): Promise<OfficePolicy | AcceptedLater> {
    const outcome = await this.changePolicy.run(caller, origin, policy);
    return outcome === 'pending' ? new AcceptedLater(origin, `/api/orders/policies/${origin}`) : outcome;
  }
}
