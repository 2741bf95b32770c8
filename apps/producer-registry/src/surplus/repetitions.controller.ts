import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { dataScopeOf } from '#platform/access/data-scope.js';
import type { Created, Page } from '#platform/http/shapes.js';
import { IdPipe } from '#platform/http/validate.js';
import { ChangeRepetition, type RepetitionChanged } from './change-repetition.js';
import { FindRepetitions, type RepeatedPage, type RepetitionView } from './find-repetitions.js';
import { ContributionsQuery } from './lots.dto.js';
import { RepetitionDto, RepetitionsQuery } from './statements.dto.js';

/** Stock statements that repeat until changed; they begin as a statement with `repeats`. */
@Controller('api/registry/stock-statements/repeating')
export class RepetitionsController {
  constructor(
    private readonly changeRepetition: ChangeRepetition,
    private readonly findRepetitions: FindRepetitions,
  ) {}

  /** Running repetitions, each with its last day. */
  @Get()
  @Allow('producers:read')
  list(@Query() query: RepetitionsQuery, @CurrentCaller() caller: Caller): Promise<Page<RepetitionView>> {
    return this.findRepetitions.list(dataScopeOf(caller), query);
  }

  /** What is stated of each contributor, in the order in which it was entered. */
  @Get(':id/contributions')
  @Allow('producers:read')
  contributions(
    @Param('id', IdPipe) id: string,
    @Query() query: ContributionsQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<RepeatedPage> {
    return this.findRepetitions.contributions(dataScopeOf(caller), id, query);
  }

  /** Changes what is stated from the next day on. */
  @Put(':id')
  @Allow('surplus:declare')
  change(
    @Param('id', IdPipe) id: string,
    @Body() body: RepetitionDto,
    @CurrentCaller() caller: Caller,
  ): Promise<RepetitionChanged> {
    return this.changeRepetition.run(dataScopeOf(caller), id, body);
  }

  /** Stops a repetition. */
  @Post(':id/stop')
  @HttpCode(200)
  @Allow('surplus:declare')
  stop(@Param('id', IdPipe) id: string, @CurrentCaller() caller: Caller): Promise<Created> {
    return this.changeRepetition.stop(dataScopeOf(caller), caller.subject, id);
  }
}
