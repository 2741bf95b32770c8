import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { EventEnvelope } from '#contracts/envelope.js';
import type { MergeDecided } from '#contracts/merges.js';
import { BusinessClock } from '#kernel/business-clock.js';
import type { HandlerContext } from '#platform/consuming/event-log-server.js';
import { HandleEvent } from '#platform/consuming/handle-event.js';
import { recordMerge } from './record-merge.js';

const DECIDED = 'serap.allocation.merge-decided.v1';

/** What became of merges. */
@Controller()
export class MergesConsumer {
  constructor(private readonly clock: BusinessClock) {}

  @HandleEvent(DECIDED)
  decided(@Payload() event: EventEnvelope<typeof DECIDED, MergeDecided>, @Ctx() { tx }: HandlerContext): Promise<void> {
    return recordMerge(tx, event.data, this.clock.now());
  }
}
