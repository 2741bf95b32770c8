import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { AllocationState } from '#contracts/allocations.js';
import type { EventEnvelope } from '#contracts/envelope.js';
import { endOfLocalDay } from '#kernel/local-date.js';
import type { HandlerContext } from '#platform/messaging/event-log-server.js';
import { HandleEventBatch } from '#platform/messaging/handle-event.js';
import { project, record } from '../persistence/project.js';
import { recordProgress } from '../persistence/record-progress.js';
import { keepForTimeline } from './order-timeline.js';

type Event<Type extends string> = EventEnvelope<Type, AllocationState>;
const OFFERED = 'serap.allocation.offered.v1';
const CONFIRMED = 'serap.allocation.confirmed.v1';
const RELEASED = 'serap.allocation.released.v1';
const REFUSED = 'serap.allocation.refused.v1';
const LAPSED = 'serap.allocation.lapsed.v1';
const CHANGED = 'serap.allocation.status-changed.v1';

/** Which lots serve which lines, with every contributor's part. */
@Controller()
export class AllocationsConsumer {
  @HandleEventBatch(OFFERED)
  offered(@Payload() events: Event<typeof OFFERED>[], @Ctx() context: HandlerContext): Promise<void> {
    return keepAllocations(events, context);
  }

  @HandleEventBatch(CONFIRMED)
  confirmed(@Payload() events: Event<typeof CONFIRMED>[], @Ctx() context: HandlerContext): Promise<void> {
    return keepAllocations(events, context);
  }

  @HandleEventBatch(RELEASED)
  released(@Payload() events: Event<typeof RELEASED>[], @Ctx() context: HandlerContext): Promise<void> {
    return keepAllocations(events, context);
  }

  @HandleEventBatch(REFUSED)
  refused(@Payload() events: Event<typeof REFUSED>[], @Ctx() context: HandlerContext): Promise<void> {
    return keepAllocations(events, context);
  }

  @HandleEventBatch(LAPSED)
  lapsed(@Payload() events: Event<typeof LAPSED>[], @Ctx() context: HandlerContext): Promise<void> {
    return keepAllocations(events, context);
  }

  /** On its way, or received. */
  @HandleEventBatch(CHANGED)
  changed(@Payload() events: Event<typeof CHANGED>[], @Ctx() context: HandlerContext): Promise<void> {
    return keepAllocations(events, context);
  }
}

async function keepAllocations(events: readonly Event<string>[], { tx, record: at }: HandlerContext): Promise<void> {
  await project(
    tx,
    'allocation',
    ['allocation_id'],
    events.map(({ data, sequence }) => ({
      allocation_id: data.allocationId,
      run_id: data.runId,
      line_id: data.lineId,
      order_id: data.orderId,
      lot_id: data.lotId,
      term_id: data.termId,
      origin: data.origin,
      partner: data.partner,
      commodity: data.commodity,
      unit: data.unit,
      // Once it is received, what was accepted is what is sold.
      quantity: data.accepted ?? data.quantity,
      unit_price: data.unitPrice,
      freight: data.freight,
      status: data.status,
      contributors: data.contributors,
      answer_by: data.answerBy ?? null,
      leave_by: data.leaveOn === undefined ? null : endOfLocalDay(data.leaveOn, data.origin),
      version: sequence,
    })),
  );
  await record(
    tx,
    'allocation_share',
    events.flatMap(({ data }) =>
      data.contributions.map(({ producerId, quantity }) => ({
        allocation_id: data.allocationId,
        producer_id: producerId,
        quantity,
      })),
    ),
  );
  // The chunks after the first tell the order nothing new.
  await keepForTimeline(
    tx,
    events.filter(({ data }) => data.chunk === 1),
  );
  await recordProgress(tx, at, 'allocations', events);
}
