import { Controller, Get, Header } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { sightOf } from '#platform/access/data-scope.js';
import { FindFlows, type FlowsAnswer } from './find-flows.js';

@Controller('api/operations')
export class FlowsController {
  constructor(private readonly findFlows: FindFlows) {}

  /**
   * Which lots flow to which partners, what is left, and what holds the flow back. Lots are named to whoever may read
   * their producers; of all others there are sums, by their certificates.
   */
  @Get('flows')
  @Allow('operations:read')
  @Header('Cache-Control', 'private, no-cache')
  flows(@CurrentCaller() caller: Caller): Promise<FlowsAnswer> {
    return this.findFlows.run(sightOf(caller));
  }
}
