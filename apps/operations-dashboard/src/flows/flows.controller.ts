import { Controller, Get, Header } from '@nestjs/common';
import { Allow } from '#platform/access/allow.js';
import { FindFlows, type FlowsAnswer } from './find-flows.js';

@Controller('api/operations')
export class FlowsController {
  constructor(private readonly findFlows: FindFlows) {}

  /** Which lots flow to which partners, what is left, and what holds the flow back. */
  @Get('flows')
  @Allow('operations:read')
  @Header('Cache-Control', 'no-cache')
  flows(): Promise<FlowsAnswer> {
    return this.findFlows.run();
  }
}
