import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { EventEnvelope } from '#contracts/envelope.js';
import type { EventData } from '#contracts/events.js';
import type { HandlerContext } from '#platform/consuming/event-log-server.js';
import { HandleEvent } from '#platform/consuming/handle-event.js';
import { keepDelivery } from './keep-delivery.js';

const CHANGED = 'serap.allocation.status-changed.v1';

/** What left and what became of it, for the report. */
@Controller()
export class DeliveriesConsumer {
  @HandleEvent(CHANGED)
  changed(
    @Payload() event: EventEnvelope<typeof CHANGED, EventData<typeof CHANGED>>,
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    return keepDelivery(tx, event.data, { at: new Date(event.time), version: event.sequence });
  }
}
