import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { Describe } from '#platform/http/describe.js';
import { etag, versionOf } from '#platform/http/etag.js';
import { AcceptedLater } from '#platform/http/accepted-later.js';
import { IdPipe } from '#platform/http/validate.js';
import type { OrderView } from '../../domain/views/order-view.js';
import { DraftDto } from './drafts.dto.js';
import { Drafts, type DraftView } from './drafts.js';
import { PlaceDraft } from './place-draft.js';

/** Orders that are being written: kept on the server, so that no expired session loses one. */
@Controller('api/orders/drafts')
@Allow('orders:place')
export class DraftsController {
  constructor(
    private readonly drafts: Drafts,
    private readonly placeDraft: PlaceDraft,
  ) {}

  /** Keeps a new draft. */
  @Post()
  @Describe({ headers: { ETag: 'Its version' } })
  async keep(
    @CurrentCaller() caller: Caller,
    @Body() draft: DraftDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ id: string; version: number }> {
    const kept = await this.drafts.keep(caller, draft);
    void reply.header('ETag', etag(kept.version));
    return kept;
  }

  /** Drafts of the caller's region, the latest first. */
  @Get()
  all(@CurrentCaller() caller: Caller): Promise<{ items: DraftView[] }> {
    return this.drafts.all(caller);
  }

  /** One draft, with the ETag that a change of it wants. */
  @Get(':id')
  @Describe({ headers: { ETag: 'Its version' } })
  async one(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftView> {
    const draft = await this.drafts.one(caller, id);
    void reply.header('ETag', etag(draft.version));
    return draft;
  }

  /** Replaces what a draft says. */
  @Put(':id')
  @Describe({ refuses: ['ILLEGAL_TRANSITION'], headers: { ETag: 'Its version' } })
  async change(
    @CurrentCaller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() draft: DraftDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ id: string; version: number }> {
    const changed = await this.drafts.change(caller, id, versionOf(ifMatch), draft);
    void reply.header('ETag', etag(changed.version));
    return changed;
  }

  /** Throws a draft away. */
  @Delete(':id')
  @HttpCode(204)
  discard(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<void> {
    return this.drafts.discard(caller, id);
  }

  /** Places the draft as an order, once; the answer is its promise. */
  @Post(':id/placement')
  @Describe({ key: false })
  async place(@CurrentCaller() caller: Caller, @Param('id', IdPipe) id: string): Promise<OrderView | AcceptedLater> {
    const outcome = await this.placeDraft.run(caller, id);
    return 'order' in outcome ? outcome.order : new AcceptedLater(outcome.pending, `/api/orders/${outcome.pending}`);
  }
}
