import { Controller, Get, Header, Headers, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow } from '#platform/access/allow.js';
import { FindSummary, type ReasonsAnswer, type SummaryAnswer } from './find-summary.js';

@Controller('api/operations')
export class SummaryController {
  constructor(private readonly findSummary: FindSummary) {}

  /** The answer of the day. The ETag is the stream's id: a page that cannot stream polls this with If-None-Match. */
  @Get('summary')
  @Allow('operations:read')
  @Header('Cache-Control', 'no-cache')
  async summary(
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SummaryAnswer | undefined> {
    const summary = await this.findSummary.run();
    const tag = `"${summary.id}.${String(summary.clock.offsetMs)}"`;
    void reply.header('ETag', tag);
    if (known?.replace(/^W\//, '') !== tag) return summary;
    void reply.status(304);
    return undefined;
  }

  /** What is unsold and unfilled, and what would change it. */
  @Get('reasons')
  @Allow('operations:read')
  @Header('Cache-Control', 'no-cache')
  reasons(): Promise<ReasonsAnswer> {
    return this.findSummary.reasons();
  }
}
