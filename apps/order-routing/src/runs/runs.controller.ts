import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { Describe } from '#platform/http/describe.js';
import { AcceptedLater } from '#platform/http/accepted-later.js';
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

  /** Binds a market now: fixes which lots serve what is promised. */
  @Post()
  @Allow('runs:start')
  @Describe({ refuses: ['NOT_FOUND'] })
  async start(@CurrentCaller() caller: Caller, @Body() body: StartRunDto): Promise<RunStarted | AcceptedLater> {
    const outcome = await this.startRun.run(caller, body.origin ?? caller.region);
    return 'pending' in outcome ? new AcceptedLater(outcome.pending, `/api/orders/runs/${outcome.pending}`) : outcome;
  }

  /** The latest runs first, at most 100. */
  @Get()
  @Allow('orders:read')
  latest(@CurrentCaller() caller: Caller): Promise<{ items: Omit<RunView, 'lots' | 'proof'>[] }> {
    return this.findRuns.latest(caller);
  }

  /** One run with its proof and what it left in each lot. */
  @Get(':id')
  @Allow('orders:read')
  one(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<RunView> {
    return this.findRuns.one(caller, id);
  }
}
