import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { EventEnvelope } from '#contracts/envelope.js';
import type { EventData } from '#contracts/events.js';
import type { HandlerContext } from '#platform/consuming/event-log-server.js';
import { HandleEvent } from '#platform/consuming/handle-event.js';
import { keepQuota } from './keep-quota.js';

const SPENT = 'serap.allocation.quota-spent.v1';

/** The quota ledger, built from what routing spends. */
@Controller()
export class QuotaConsumer {
  @HandleEvent(SPENT)
  spent(
    @Payload() event: EventEnvelope<typeof SPENT, EventData<typeof SPENT>>,
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    return keepQuota(tx, event.data, event.sequence);
  }
}
