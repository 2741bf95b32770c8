import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { dataScopeOf } from '#platform/access/data-scope.js';
import { Describe } from '#platform/http/describe.js';
import { IdPipe } from '#platform/http/validate.js';
import { DecideMerge, type MergeDecision } from './decide-merge.js';
import { FindProposals, type ProposalView } from './find-proposals.js';
import { MergeDto, ProposalsQuery } from './merging.dto.js';

/** Proposals to merge producers; a proposal is named by its duplicate. */
@Controller('api/registry/merge-proposals')
export class MergingController {
  constructor(
    private readonly findProposals: FindProposals,
    private readonly decideMerge: DecideMerge,
  ) {}

  /** Producers that look like one, a proposal for each duplicate. */
  @Get()
  @Allow('producers:read')
  list(@Query() query: ProposalsQuery, @CurrentCaller() caller: Caller): Promise<{ items: readonly ProposalView[] }> {
    return this.findProposals.list(dataScopeOf(caller), query.limit);
  }

  /** Merges a duplicate into the producer to keep. */
  @Post(':id/accept')
  @HttpCode(200)
  @Allow('producers:write')
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  accept(
    @Param('id', IdPipe) id: string,
    @Body() { keep }: MergeDto,
    @CurrentCaller() caller: Caller,
  ): Promise<MergeDecision> {
    return this.decideMerge.run(caller.region, caller.subject, { duplicate: id, keep }, true);
  }

  /** Says that two producers are two; they are not proposed again. */
  @Post(':id/decline')
  @HttpCode(200)
  @Allow('producers:write')
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  decline(
    @Param('id', IdPipe) id: string,
    @Body() { keep }: MergeDto,
    @CurrentCaller() caller: Caller,
  ): Promise<MergeDecision> {
    return this.decideMerge.run(caller.region, caller.subject, { duplicate: id, keep }, false);
  }
}
