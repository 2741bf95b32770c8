import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { EventEnvelope } from '#contracts/envelope.js';
import type { OrderIntake } from '#contracts/order-intake.js';
import type { HandlerContext } from '#platform/consuming/event-log-server.js';
import { HandleEvent } from '#platform/consuming/handle-event.js';
import { AcceptOrder } from './accept-order.js';

const PLACED = 'serap.order-intake.placed.v1';

/** Orders of partners' systems, from the topic that they write. */
@Controller()
export class IntakeConsumer {
  constructor(private readonly acceptOrder: AcceptOrder) {}

  @HandleEvent(PLACED)
  placed(
    @Payload() event: EventEnvelope<typeof PLACED, OrderIntake>,
    @Ctx() { tx, record }: HandlerContext,
  ): Promise<void> {
    return this.acceptOrder.run(tx, {
      id: event.id,
      authorization: record.headers['authorization'],
      body: record.body,
    });
  }
}
