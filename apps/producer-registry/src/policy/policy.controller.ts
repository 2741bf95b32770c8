import { Body, Controller, Get, Put } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { Describe } from '#platform/http/describe.js';
import { ChangePolicy, type RegistryPolicy } from './change-policy.js';
import { RegistryPolicyDto } from './policy.dto.js';

/** What an office allows its producers before it has verified them. */
@Controller('api/registry/policy')
export class PolicyController {
  constructor(private readonly changePolicy: ChangePolicy) {}

  /** The policy of the caller's region, and how many producers it concerns. */
  @Get()
  @Allow('producers:read')
  current(@CurrentCaller() caller: Caller): Promise<RegistryPolicy> {
    return this.changePolicy.current(caller.region);
  }

  /** Changes it. Goods in store follow within seconds: what is held is not promised any more, what is released is. */
  @Put()
  @Allow('producers:write')
  @Describe({ key: true })
  change(@CurrentCaller() caller: Caller, @Body() { selfDeclared }: RegistryPolicyDto): Promise<RegistryPolicy> {
    return this.changePolicy.run(caller.region, caller.subject, selfDeclared);
  }
}
