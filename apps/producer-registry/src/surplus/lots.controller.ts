import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { IdPipe } from '#platform/http/validate.js';
import { FindLots } from './find-lots.js';
import { ContributionsQuery, LotsQuery } from './lots.dto.js';

@Controller('api/registry/lots')
@Allow('producers:read')
export class LotsController {
  constructor(private readonly findLots: FindLots) {}

  @Get()
  list(@Query() query: LotsQuery, @CurrentCaller() caller: Caller): Promise<object> {
    return this.findLots.list(regionOf(caller), query);
  }

  @Get(':id')
  one(@Param('id', IdPipe) id: string, @CurrentCaller() caller: Caller): Promise<object> {
    return this.findLots.one(regionOf(caller), id);
  }

  @Get(':id/contributions')
  contributions(
    @Param('id', IdPipe) id: string,
    @Query() query: ContributionsQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<object> {
    return this.findLots.contributions(regionOf(caller), id, query);
  }
}

/** Null: every region. */
function regionOf(caller: Caller): string | null {
  return caller.scope === 'any' ? null : caller.region;
}
