import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { LotRequestDecided } from '#contracts/allocations.js';
import type { EventEnvelope } from '#contracts/envelope.js';
import type { HandlerContext } from '#platform/consuming/event-log-server.js';
import { HandleEvent } from '#platform/consuming/handle-event.js';
import { recordDecision } from './record-decision.js';

const DECIDED = 'serap.allocation.lot-request-decided.v1';

/** What became of withdrawals and write-offs. */
@Controller()
export class LotRequestsConsumer {
  @HandleEvent(DECIDED)
  decided(
    @Payload() event: EventEnvelope<typeof DECIDED, LotRequestDecided>,
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    return recordDecision(tx, event.data);
  }
}
