import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { EventEnvelope } from '#contracts/envelope.js';
import type { OrderLineAccepted, OrderState } from '#contracts/orders.js';
import { endOfLocalDay } from '#kernel/local-date.js';
import type { HandlerContext } from '#platform/consuming/event-log-server.js';
import { HandleEventBatch } from '#platform/consuming/handle-event.js';
import { recordProgress } from '../persistence/record-progress.js';
import { ORDER_LINE, PLACED_ORDER } from '../persistence/order-tables.js';
import { keepForTimeline } from './order-timeline.js';

type Event = EventEnvelope<string, OrderState>;
const RECEIVED = 'serap.order.received.v1';
const LINE_ACCEPTED = 'serap.order.line-accepted.v1';
const STATUS = 'serap.order.status-changed.v1';
const CANCELLED = 'serap.order.cancelled.v1';
const EXPIRED = 'serap.order.expired.v1';

/** Orders, their lines and what happened to them. */
@Controller()
export class OrdersConsumer {
  @HandleEventBatch(RECEIVED, STATUS, CANCELLED, EXPIRED)
  ordered(@Payload() events: Event[], @Ctx() context: HandlerContext): Promise<void> {
    return keepOrders(events, context);
  }

  @HandleEventBatch(LINE_ACCEPTED)
  async lineAccepted(
    @Payload() events: EventEnvelope<typeof LINE_ACCEPTED, OrderLineAccepted>[],
    @Ctx() { tx, record: at }: HandlerContext,
  ): Promise<void> {
    await ORDER_LINE.upsertNewer(
      tx,
      events.map(({ data, sequence }) =>
        Object.assign({}, data, {
          certificates: [...data.certificates].sort(),
          needByEnds: endOfLocalDay(data.needBy, data.deliverTo),
          maxLandedPrice: data.maxLandedPrice ?? null,
          version: sequence,
        }),
      ),
      {},
    );
    await keepForTimeline(tx, events);
    await recordProgress(tx, at, 'orders', events);
  }
}

async function keepOrders(events: readonly Event[], { tx, record: at }: HandlerContext): Promise<void> {
  await PLACED_ORDER.upsertNewer(
    tx,
    events.map(({ data, sequence, time }) =>
      Object.assign({}, data, {
        owed: data.owed ?? 0,
        paid: data.paid ?? 0,
        // Events of before this was said: an order is placed at its first.
        placedAt: new Date(data.placedAt ?? time),
        changedAt: new Date(time),
        version: sequence,
      }),
    ),
    {},
  );
  await keepForTimeline(tx, events);
  await recordProgress(tx, at, 'orders', events);
}
