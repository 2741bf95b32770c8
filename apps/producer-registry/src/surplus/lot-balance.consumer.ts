import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { EventData } from '#contracts/events.js';
import type { EventEnvelope } from '#contracts/envelope.js';
import type { HandlerContext } from '#platform/consuming/event-log-server.js';
import { HandleEvent } from '#platform/consuming/handle-event.js';
import { keepBalance } from './keep-balance.js';

const BALANCE = 'serap.allocation.lot-balance.v1';

/** What became of the lots that were handed to routing. */
@Controller()
export class LotBalanceConsumer {
  @HandleEvent(BALANCE)
  balance(
    @Payload() event: EventEnvelope<typeof BALANCE, EventData<typeof BALANCE>>,
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    return keepBalance(tx, event.data, event.sequence);
  }
}
