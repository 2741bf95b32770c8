import { Body, Controller, Get, Param, Put, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import type { OfficePolicy } from '../domain/office-policy.js';
import { ChangePolicy } from './change-policy.js';
import { PolicyDto } from './policy.dto.js';

@Controller('api/orders/policies')
export class PolicyController {
  constructor(private readonly changePolicy: ChangePolicy) {}

  @Get(':origin')
  @Allow('orders:read')
  current(@CurrentCaller() caller: Caller, @Param('origin') origin: string): Promise<OfficePolicy> {
    return this.changePolicy.current(caller, origin);
  }

  /** Counts from the next run on; 202 while the market's owner is away. */
  @Put(':origin')
  @Allow('runs:start')
  async change(
    @CurrentCaller() caller: Caller,
    @Param('origin') origin: string,
    @Body() policy: PolicyDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfficePolicy> {
    const outcome = await this.changePolicy.run(caller, origin, policy);
    if (outcome !== 'pending') return outcome;
    void reply.status(202);
    return policy;
  }
}
