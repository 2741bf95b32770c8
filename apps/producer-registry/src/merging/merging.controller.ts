import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { IdPipe } from '#platform/http/validate.js';
import { DecideMerge } from './decide-merge.js';
import { FindProposals } from './find-proposals.js';
import { MergeDto, ProposalsQuery } from './merging.dto.js';

/** Proposals to merge producers; a proposal is named by its duplicate. */
@Controller('api/registry/merge-proposals')
export class MergingController {
  constructor(
    private readonly findProposals: FindProposals,
    private readonly decideMerge: DecideMerge,
  ) {}

  @Get()
  @Allow('producers:read')
  list(@Query() query: ProposalsQuery, @CurrentCaller() caller: Caller): Promise<object> {
    return this.findProposals.list(caller.scope === 'any' ? null : caller.region, query.limit);
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Allow('producers:write')
  accept(
    @Param('id', IdPipe) id: string,
    @Body() { keep }: MergeDto,
    @CurrentCaller() caller: Caller,
  ): Promise<object> {
    return this.decideMerge.run(caller.region, caller.subject, { duplicate: id, keep }, true);
  }

  @Post(':id/decline')
  @HttpCode(200)
  @Allow('producers:write')
  decline(
    @Param('id', IdPipe) id: string,
    @Body() { keep }: MergeDto,
    @CurrentCaller() caller: Caller,
  ): Promise<object> {
    return this.decideMerge.run(caller.region, caller.subject, { duplicate: id, keep }, false);
  }
}
