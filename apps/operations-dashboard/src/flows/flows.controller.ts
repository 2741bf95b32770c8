import { Controller, Get, Header } from '@nestjs/common';
import { Allow } from '#platform/access/allow.js';
import { FindFlows } from './find-flows.js';

@Controller('api/operations')
export class FlowsController {
  constructor(private readonly findFlows: FindFlows) {}

  @Get('flows')
  @Allow('operations:read')
  @Header('Cache-Control', 'no-cache')
  flows(): Promise<object> {
    return this.findFlows.run();
  }
}
