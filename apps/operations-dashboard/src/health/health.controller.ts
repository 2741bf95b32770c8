import { Controller, Get, Header } from '@nestjs/common';
import { Allow } from '#platform/access/allow.js';
import { FindHealth, type HealthAnswer } from './find-health.js';

@Controller('api/operations')
export class OperationsHealthController {
  constructor(private readonly findHealth: FindHealth) {}

  /** How the event log and its readers are. */
  @Get('health')
  @Allow('operations:read')
  @Header('Cache-Control', 'no-cache')
  health(): Promise<HealthAnswer> {
    return this.findHealth.run();
  }
}
