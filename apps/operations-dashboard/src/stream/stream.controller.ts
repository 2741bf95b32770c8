import { Controller, Get, Headers, Logger, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { sightOf } from '#platform/access/data-scope.js';
import { Describe } from '#platform/http/describe.js';
import type { Sight } from '../domain/visibility.js';
import { LiveConnection } from './live-connection.js';
import { LiveFeed } from './live-feed.js';
import { Snapshots } from './snapshots.js';

const BEAT_MS = 3_000;
/** Then the page comes back, which has its token looked at again; a token that ends before ends the stream. */
const LONGEST_MS = 15 * 60_000;

@Controller('api/operations')
export class StreamController {
  private readonly logger = new Logger(StreamController.name);

  constructor(
    private readonly feed: LiveFeed,
    private readonly snapshots: Snapshots,
  ) {}

  /** The live stream, as server-sent events. `snapshot`, `change` and `reset` carry ids, `beat` does not. */
  @Get('stream')
  @Allow('operations:read')
  @Describe({ gives: 'text/event-stream' })
  stream(
    @CurrentCaller() caller: Caller,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    reply.hijack();
    reply.raw.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'private, no-cache, no-transform',
      'X-Content-Type-Options': 'nosniff',
      'X-Accel-Buffering': 'no',
    });
    const connection = new LiveConnection(reply.raw, this.source(sightOf(caller)), (error) => {
      this.logger.warn(error);
    });
    connection.start(lastEventId === '' ? undefined : lastEventId);
    const leave = this.feed.subscribe({
      moved: (head) => {
        connection.moved(head);
      },
      closing: () => {
        connection.end();
      },
    });
    const beats = setInterval(() => {
      connection.beat();
    }, BEAT_MS);
    const { expiresAt = Infinity } = caller;
    const limit = setTimeout(
      () => {
        connection.end();
      },
      Math.min(LONGEST_MS, Math.max(0, expiresAt - Date.now())),
    );
    request.raw.once('close', () => {
      leave();
      clearInterval(beats);
      clearTimeout(limit);
      connection.end();
    });
  }

  private source(sight: Sight) {
    return {
      table: this.feed.table,
      snapshot: () => this.snapshots.run(sight),
      beat: async () => {
        const { id, clock, eventLag, dataAt } = await this.snapshots.run(sight);
        return { id, clock, eventLag, dataAt };
      },
    };
  }
}
