import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { dataScopeOf } from '#platform/access/data-scope.js';
import { day } from '#files/exports/column.js';
import { Exports } from '#files/exports/exports.js';
import { Describe } from '#platform/http/describe.js';
import type { Created, Page } from '#platform/http/shapes.js';
import { IdPipe } from '#platform/http/validate.js';
import { CoachingDto, CoachingQuery } from './coaching.dto.js';
import { FindCoaching, type CoachingView } from './find-coaching.js';
import { RecordCoaching } from './record-coaching.js';

@Controller('api/registry')
export class CoachingController {
  constructor(
    private readonly recordCoaching: RecordCoaching,
    private readonly findCoaching: FindCoaching,
  ) {}

  /** Records coaching that a producer was given. */
  @Post('producers/:id/coaching')
  @Allow('producers:write')
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  record(
    @Param('id', IdPipe) id: string,
    @Body() body: CoachingDto,
    @CurrentCaller() caller: Caller,
  ): Promise<Created> {
    return this.recordCoaching.run(caller.region, caller.subject, id, body);
  }

  /** Coaching records. */
  @Get('coaching')
  @Allow('producers:read')
  @Exports({
    file: 'pembinaan',
    columns: {
      Produsen: 'producerId',
      Jenis: 'kind',
      Tanggal: day('date'),
      Catatan: 'remark',
      'Dicatat oleh': 'recordedBy',
      Id: 'id',
    },
  })
  list(@Query() query: CoachingQuery, @CurrentCaller() caller: Caller): Promise<Page<CoachingView>> {
    return this.findCoaching.list(dataScopeOf(caller), query);
  }
}
