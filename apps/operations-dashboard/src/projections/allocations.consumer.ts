import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { AllocationState } from '#contracts/allocations.js';
import type { EventEnvelope } from '#contracts/envelope.js';
import { endOfLocalDay } from '#kernel/local-date.js';
import type { HandlerContext } from '#platform/consuming/event-log-server.js';
import { HandleEventBatch } from '#platform/consuming/handle-event.js';
import { record } from '../persistence/project.js';
import { recordProgress } from '../persistence/record-progress.js';
import { instant } from '../persistence/read-model.js';
import { ALLOCATION } from '../persistence/order-tables.js';
import { keepForTimeline } from './order-timeline.js';

type Event = EventEnvelope<string, AllocationState>;
const OFFERED = 'serap.allocation.offered.v1';
const CONFIRMED = 'serap.allocation.confirmed.v1';
const RELEASED = 'serap.allocation.released.v1';
const REFUSED = 'serap.allocation.refused.v1';
const LAPSED = 'serap.allocation.lapsed.v1';
const CHANGED = 'serap.allocation.status-changed.v1';

/** Which lots serve which lines, with every contributor's part. */
@Controller()
export class AllocationsConsumer {
  @HandleEventBatch(OFFERED, CONFIRMED, RELEASED, REFUSED, LAPSED, CHANGED)
  allocated(@Payload() events: Event[], @Ctx() context: HandlerContext): Promise<void> {
    return keepAllocations(events, context);
  }
}

async function keepAllocations(events: readonly Event[], { tx, record: at }: HandlerContext): Promise<void> {
  await ALLOCATION.upsertNewer(
    tx,
    events.map(({ data, sequence }) =>
      Object.assign({}, data, {
        // Once it is received, what was accepted is what is sold.
        quantity: data.accepted ?? data.quantity,
        answerBy: instant(data.answerBy),
        leaveBy: data.leaveOn === undefined ? null : endOfLocalDay(data.leaveOn, data.origin),
        version: sequence,
      }),
    ),
    {},
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
