import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { IdPipe } from '#platform/http/validate.js';
import { FindRuns, type RunView } from './find-runs.js';
import { StartRunDto } from './runs.dto.js';
import { StartRun, type RunStarted } from './start-run.js';

@Controller('api/orders/runs')
export class RunsController {
  constructor(
    private readonly startRun: StartRun,
    private readonly findRuns: FindRuns,
  ) {}

  @Post()
  @Allow('runs:start')
  async start(
    @CurrentCaller() caller: Caller,
    @Body() body: StartRunDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RunStarted | { id: string }> {
    const outcome = await this.startRun.run(caller, body.origin ?? caller.region);
    if (!('pending' in outcome)) return outcome;
    void reply.status(202).header('Location', `/api/orders/runs/${outcome.pending}`);
    return { id: outcome.pending };
  }

  @Get()
  @Allow('orders:read')
  latest(@CurrentCaller() caller: Caller): Promise<{ items: Omit<RunView, 'lots' | 'proof'>[] }> {
    return this.findRuns.latest(caller);
  }

  @Get(':id')
  @Allow('orders:read')
  one(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<RunView> {
    return this.findRuns.one(caller, id);
  }
}
