import { Controller, Get, Header, ServiceUnavailableException } from '@nestjs/common';
import { Public } from '../access/allow.js';
import { Schema } from '../database/schema.js';
import { Describe } from './describe.js';
import { Metrics } from '../runtime/metrics.js';
import { Shutdown } from '../runtime/shutdown.js';

/** Liveness never looks at PostgreSQL or the log; readiness looks at PostgreSQL and its schema: without the log, intake goes on. */
@Public()
@Controller()
export class HealthController {
  constructor(
    private readonly schema: Schema,
    private readonly shutdown: Shutdown,
    private readonly metrics: Metrics,
  ) {}

  /** Whether the process runs. */
  @Get('livez')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Whether it takes calls. */
  @Get('readyz')
  async ready(): Promise<{ status: 'ok' }> {
    if (!this.shutdown.ready) throw new ServiceUnavailableException('Shutting down.');
    const trouble = await this.schema.trouble().catch(() => 'The database does not answer.');
    if (trouble !== undefined) throw new ServiceUnavailableException(trouble);
    return { status: 'ok' };
  }

  /** Metrics as Prometheus reads them. */
  @Get('metrics')
  @Describe({ gives: 'text/plain' })
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  read(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
