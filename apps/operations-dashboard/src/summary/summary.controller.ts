import { Controller, Get, Header, Headers, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { sightOf } from '#platform/access/data-scope.js';
import { isKnown } from '#platform/http/etag.js';
import type { Sight } from '../domain/visibility.js';
import { FindSummary, type ReasonsAnswer, type SummaryAnswer } from './find-summary.js';

@Controller('api/operations')
export class SummaryController {
  constructor(private readonly findSummary: FindSummary) {}

  /** The answer of the day. The ETag is the stream's id: a page that cannot stream polls this with If-None-Match. */
  @Get('summary')
  @Allow('operations:read')
  @Header('Cache-Control', 'private, no-cache')
  async summary(
    @CurrentCaller() caller: Caller,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SummaryAnswer | undefined> {
    const sight = sightOf(caller);
    const summary = await this.findSummary.run(sight);
    // Whose markets and lots are told of is in it: a browser in which another user signs in must not show what the last one saw.
    const tag = `"${summary.id}.${String(summary.clock.offsetMs)}.${nameOf(sight)}"`;
    void reply.header('ETag', tag);
    if (!isKnown(known, tag)) return summary;
    void reply.status(304);
    return undefined;
  }

  /** What is unsold and unfilled, and what would change it. */
  @Get('reasons')
  @Allow('operations:read')
  @Header('Cache-Control', 'private, no-cache')
  reasons(@CurrentCaller() caller: Caller): Promise<ReasonsAnswer> {
    return this.findSummary.reasons(sightOf(caller));
  }
}

function nameOf({ region, lots }: Sight): string {
  const ofLots = lots ? `${lots.origin ?? 'all'}.${lots.aggregator ?? 'all'}` : 'none';
  return `${region ?? 'all'}.${ofLots}`;
}
