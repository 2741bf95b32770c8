import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { EventEnvelope } from '#contracts/envelope.js';
import { AllocationSettled, type ShipmentState } from '#contracts/shipments.js';
import { endOfLocalDay } from '#kernel/local-date.js';
import type { HandlerContext } from '#platform/consuming/event-log-server.js';
import { HandleEventBatch } from '#platform/consuming/handle-event.js';
import { recordProgress } from '../persistence/record-progress.js';
import { instant } from '../persistence/read-model.js';
import { SHIPMENT } from '../persistence/order-tables.js';
import { keepForTimeline } from './order-timeline.js';

type Event = EventEnvelope<string, ShipmentState>;
const DISPATCHED = 'serap.shipment.dispatched.v1';
const ARRIVED = 'serap.shipment.leg-arrived.v1';
const RESCHEDULED = 'serap.shipment.rescheduled.v1';
const DELIVERED = 'serap.shipment.delivered.v1';
const SETTLED = 'serap.shipment.settled.v1';

/** What is on its way or received, and what was settled; both for the timeline of their order. */
@Controller()
export class ShipmentsConsumer {
  @HandleEventBatch(DISPATCHED, ARRIVED, RESCHEDULED, DELIVERED)
  shipped(@Payload() events: Event[], @Ctx() context: HandlerContext): Promise<void> {
    return keepShipments(events, context);
  }

  @HandleEventBatch(SETTLED)
  settled(
    @Payload() events: EventEnvelope<typeof SETTLED, AllocationSettled>[],
    @Ctx() context: HandlerContext,
  ): Promise<void> {
    // Who earns what is between routing and its contributors; the chunks after the first tell the order nothing new.
    const first = events
      .filter(({ data }) => data.chunk === 1)
      .map((event) => ({ ...event, data: Object.assign(new AllocationSettled(), event.data, { lines: [] }) }));
    return keep(first, context, events);
  }
}

async function keepShipments(events: readonly Event[], context: HandlerContext): Promise<void> {
  await SHIPMENT.upsertNewer(
    context.tx,
    events.map(({ data, sequence }) =>
      Object.assign({}, data, {
        expectedBy: endOfLocalDay(data.eta, data.partner),
        receivedAt: instant(data.receivedAt),
        payBy: data.payBy === undefined ? null : endOfLocalDay(data.payBy, data.origin),
        version: sequence,
      }),
    ),
    {},
  );
  await keep(events, context);
}

async function keep(
  told: readonly EventEnvelope<string, { readonly orderId: string }>[],
  { tx, record: at }: HandlerContext,
  handled: readonly EventEnvelope[] = told,
): Promise<void> {
  await keepForTimeline(tx, told);
  await recordProgress(tx, at, 'orders', handled);
}
