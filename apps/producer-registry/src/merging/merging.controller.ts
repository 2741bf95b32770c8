import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { dataScopeOf } from '#platform/access/data-scope.js';
import { Describe } from '#platform/http/describe.js';
import type { Page } from '#platform/http/shapes.js';
import { IdPipe } from '#platform/http/validate.js';
import { AskMerge, type MergeAsked } from './ask-merge.js';
import { DeclineMerge, type Pair } from './decline-merge.js';
import { FindMerges, type MergeView } from './find-merges.js';
import { FindProposals, type ProposalView } from './find-proposals.js';
import { MergeDto, MergesQuery, ProposalsQuery } from './merging.dto.js';

/** Proposals to merge producers, named by their duplicates; and merges that were asked of routing. */
@Controller('api/registry')
export class MergingController {
  constructor(
    private readonly findProposals: FindProposals,
    private readonly findMerges: FindMerges,
    private readonly askMerge: AskMerge,
    private readonly declineMerge: DeclineMerge,
  ) {}

  /** Producers that look like one, a proposal for each duplicate. */
  @Get('merge-proposals')
  @Allow('producers:read')
  proposals(
    @Query() query: ProposalsQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<{ items: readonly ProposalView[] }> {
    return this.findProposals.list(dataScopeOf(caller), query.limit);
  }

  /** Asks that a duplicate be merged into the producer to keep, with its goods, earnings, members and certificates; the merge shows what became of it. */
  @Post('merge-proposals/:id/accept')
  @HttpCode(202)
  @Allow('producers:write')
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  accept(
    @Param('id', IdPipe) id: string,
    @Body() { keep }: MergeDto,
    @CurrentCaller() caller: Caller,
  ): Promise<MergeAsked> {
    return this.askMerge.run(caller.region, caller.subject, { duplicate: id, keep });
  }

  /** Says that two producers are two; they are not proposed again. */
  @Post('merge-proposals/:id/decline')
  @HttpCode(200)
  @Allow('producers:write')
  @Describe({ refuses: ['ILLEGAL_TRANSITION'] })
  decline(
    @Param('id', IdPipe) id: string,
    @Body() { keep }: MergeDto,
    @CurrentCaller() caller: Caller,
  ): Promise<Pair & { readonly accepted: false }> {
    return this.declineMerge.run(caller.region, caller.subject, { duplicate: id, keep });
  }

  /** Merges that were asked for, the latest first. */
  @Get('merges')
  @Allow('producers:read')
  list(@Query() query: MergesQuery, @CurrentCaller() caller: Caller): Promise<Page<MergeView>> {
    return this.findMerges.list(dataScopeOf(caller), query);
  }

  /** A merge, and what became of it. */
  @Get('merges/:id')
  @Allow('producers:read')
  one(@Param('id', IdPipe) id: string, @CurrentCaller() caller: Caller): Promise<MergeView> {
    return this.findMerges.one(dataScopeOf(caller), id);
  }
}
