import { Controller, Get, Header } from '@nestjs/common';
import { Allow } from '#platform/access/allow.js';
import { FindHealth } from './find-health.js';

@Controller('api/operations')
export class OperationsHealthController {
  constructor(private readonly findHealth: FindHealth) {}

  @Get('health')
  @Allow('operations:read')
  @Header('Cache-Control', 'no-cache')
  health(): Promise<object> {
    return this.findHealth.run();
  }
}
