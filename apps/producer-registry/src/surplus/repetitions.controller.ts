import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { PageQuery } from '#platform/http/shapes.js';
import { IdPipe } from '#platform/http/validate.js';
import { ChangeRepetition } from './change-repetition.js';
import { FindRepetitions } from './find-repetitions.js';
import { RepetitionDto } from './statements.dto.js';

/** Stock statements that repeat until changed; they begin as a statement with `repeats`. */
@Controller('api/registry/stock-statements/repeating')
export class RepetitionsController {
  constructor(
    private readonly changeRepetition: ChangeRepetition,
    private readonly findRepetitions: FindRepetitions,
  ) {}

  @Get()
  @Allow('producers:read')
  list(@Query() query: PageQuery, @CurrentCaller() caller: Caller): Promise<object> {
    return this.findRepetitions.list(caller.scope === 'any' ? null : caller.region, query);
  }

  @Put(':id')
  @Allow('surplus:declare')
  change(
    @Param('id', IdPipe) id: string,
    @Body() body: RepetitionDto,
    @CurrentCaller() caller: Caller,
  ): Promise<object> {
    return this.changeRepetition.run(caller.region, id, body);
  }

  @Post(':id/stop')
  @HttpCode(200)
  @Allow('surplus:declare')
  stop(@Param('id', IdPipe) id: string, @CurrentCaller() caller: Caller): Promise<object> {
    return this.changeRepetition.stop(caller.region, caller.subject, id);
  }
}
