import { Controller, Get, Header } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { scopeOf } from '#platform/access/permissions.js';
import { FindHealth, type HealthAnswer } from './find-health.js';

@Controller('api/operations')
export class OperationsHealthController {
  constructor(private readonly findHealth: FindHealth) {}

  /** How the event log and its readers are. */
  @Get('health')
  @Allow('operations:read')
  @Header('Cache-Control', 'private, no-cache')
  health(@CurrentCaller() { roles }: Caller): Promise<HealthAnswer> {
    return this.findHealth.run(scopeOf('dead-letters:handle', roles) !== undefined);
  }
}
