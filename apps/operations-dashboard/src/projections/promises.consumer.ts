import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { PromiseState, QuotaSpent } from '#contracts/allocations.js';
import type { EventEnvelope } from '#contracts/envelope.js';
import type { HandlerContext } from '#platform/consuming/event-log-server.js';
import { HandleEventBatch } from '#platform/consuming/handle-event.js';
import { CLOSED } from '../domain/reasons.js';
import { recordProgress } from '../persistence/record-progress.js';
import { instant } from '../persistence/read-model.js';
import { PROMISE } from '../persistence/order-tables.js';
import { QUOTA_CELL } from '../persistence/supply-tables.js';
import { keepForTimeline } from './order-timeline.js';

type Event = EventEnvelope<string, PromiseState>;
const PROMISED = 'serap.allocation.line-promised.v1';
const REDUCED = 'serap.allocation.promise-reduced.v1';
const QUOTA = 'serap.allocation.quota-spent.v1';

/** What each line was promised, and what its promise spent of a quota. */
@Controller()
export class PromisesConsumer {
  @HandleEventBatch(PROMISED, REDUCED)
  promised(@Payload() events: Event[], @Ctx() context: HandlerContext): Promise<void> {
    return keepPromises(events, context);
  }

  @HandleEventBatch(QUOTA)
  async quotaSpent(
    @Payload() events: EventEnvelope<typeof QUOTA, QuotaSpent>[],
    @Ctx() { tx, record: at }: HandlerContext,
  ): Promise<void> {
    await QUOTA_CELL.upsertNewer(
      tx,
      events.map(({ data, sequence }) => Object.assign({}, data, { version: sequence })),
      {},
    );
    await recordProgress(tx, at, 'allocations', events);
  }
}

async function keepPromises(events: readonly Event[], { tx, record: at }: HandlerContext): Promise<void> {
  await PROMISE.upsertNewer(
    tx,
    events.map(({ data, sequence }) =>
      Object.assign({}, data, {
        termId: data.termId ?? null,
        short: data.unfilled.filter(({ code }) => !CLOSED.has(code)).reduce((sum, { quantity }) => sum + quantity, 0),
        bindBy: instant(data.bindBy),
        version: sequence,
      }),
    ),
    {},
  );
  await keepForTimeline(tx, events);
  await recordProgress(tx, at, 'allocations', events);
}
