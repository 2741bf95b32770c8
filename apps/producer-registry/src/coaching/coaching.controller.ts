import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { IdPipe } from '#platform/http/validate.js';
import { CoachingDto, CoachingQuery } from './coaching.dto.js';
import { FindCoaching } from './find-coaching.js';
import { RecordCoaching } from './record-coaching.js';

@Controller('api/registry')
export class CoachingController {
  constructor(
    private readonly recordCoaching: RecordCoaching,
    private readonly findCoaching: FindCoaching,
  ) {}

  @Post('producers/:id/coaching')
  @Allow('producers:write')
  record(@Param('id', IdPipe) id: string, @Body() body: CoachingDto, @CurrentCaller() caller: Caller): Promise<object> {
    return this.recordCoaching.run(caller.region, caller.subject, id, body);
  }

  @Get('coaching')
  @Allow('producers:read')
  list(@Query() query: CoachingQuery, @CurrentCaller() caller: Caller): Promise<object> {
    return this.findCoaching.list(caller.scope === 'any' ? null : caller.region, query);
  }
}
