import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { LotBalance, LotUnsold, RunCompleted } from '#contracts/allocations.js';
import type { EventEnvelope } from '#contracts/envelope.js';
import type { HandlerContext } from '#platform/consuming/event-log-server.js';
import { HandleEventBatch } from '#platform/consuming/handle-event.js';
import { recordProgress } from '../persistence/record-progress.js';
import { LOT_BALANCE, LOT_UNSOLD, ROUTING_RUN } from '../persistence/supply-tables.js';

const BALANCE = 'serap.allocation.lot-balance.v1';
const UNSOLD = 'serap.allocation.lot-unsold.v1';
const COMPLETED = 'serap.allocation.run-completed.v1';

/** What became of each lot, and what the runs said of the rest. */
@Controller()
export class LotsAndRunsConsumer {
  @HandleEventBatch(BALANCE)
  async balance(
    @Payload() events: EventEnvelope<typeof BALANCE, LotBalance>[],
    @Ctx() { tx, record: at }: HandlerContext,
  ): Promise<void> {
    await LOT_BALANCE.upsertNewer(
      tx,
      events.map(({ data, sequence }) =>
        Object.assign({}, data, {
          suspended: data.suspended ?? 0,
          refused: data.refused ?? 0,
          expired: data.expired ?? 0,
          spoiled: data.spoiled ?? 0,
          recalled: data.recalled ?? 0,
          version: sequence,
        }),
      ),
      {},
    );
    await recordProgress(tx, at, 'allocations', events);
  }

  @HandleEventBatch(UNSOLD)
  async unsold(
    @Payload() events: EventEnvelope<typeof UNSOLD, LotUnsold>[],
    @Ctx() { tx, record: at }: HandlerContext,
  ): Promise<void> {
    await LOT_UNSOLD.upsertNewer(
      tx,
      events.map(({ data, sequence }) => Object.assign({}, data, { version: sequence })),
      {},
    );
    await recordProgress(tx, at, 'allocations', events);
  }

  @HandleEventBatch(COMPLETED)
  async completed(
    @Payload() events: EventEnvelope<typeof COMPLETED, RunCompleted>[],
    @Ctx() { tx, record: at }: HandlerContext,
  ): Promise<void> {
    await ROUTING_RUN.upsertNewer(
      tx,
      events.map(({ data, sequence, time }) =>
        Object.assign({}, data, { completedAt: new Date(time), version: sequence }),
      ),
      {},
    );
    await recordProgress(tx, at, 'allocations', events);
  }
}
