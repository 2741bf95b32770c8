import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { LotBalance, LotUnsold, RunCompleted } from '#contracts/allocations.js';
import type { EventEnvelope } from '#contracts/envelope.js';
import type { HandlerContext } from '#platform/messaging/event-log-server.js';
import { HandleEventBatch } from '#platform/messaging/handle-event.js';
import { project } from '../persistence/project.js';
import { recordProgress } from '../persistence/record-progress.js';

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
    await project(
      tx,
      'lot_balance',
      ['lot_id'],
      events.map(({ data, sequence }) => ({
        lot_id: data.lotId,
        declared: data.declared,
        free: data.free,
        held: data.held,
        offered: data.offered,
        confirmed: data.confirmed,
        in_transit: data.inTransit,
        delivered: data.delivered,
        withdrawn: data.withdrawn,
        written_off: data.writtenOff,
        suspended: data.suspended ?? 0,
        expired: data.expired ?? 0,
        spoiled: data.spoiled ?? 0,
        recalled: data.recalled ?? 0,
        version: sequence,
      })),
    );
    await recordProgress(tx, at, 'allocations', events);
  }

  @HandleEventBatch(UNSOLD)
  async unsold(
    @Payload() events: EventEnvelope<typeof UNSOLD, LotUnsold>[],
    @Ctx() { tx, record: at }: HandlerContext,
  ): Promise<void> {
    await project(
      tx,
      'lot_unsold',
      ['lot_id'],
      events.map(({ data, sequence }) => ({
        lot_id: data.lotId,
        run_id: data.runId,
        surplus: data.surplus,
        allocated: data.allocated,
        unsold: data.unsold,
        version: sequence,
      })),
    );
    await recordProgress(tx, at, 'allocations', events);
  }

  @HandleEventBatch(COMPLETED)
  async completed(
    @Payload() events: EventEnvelope<typeof COMPLETED, RunCompleted>[],
    @Ctx() { tx, record: at }: HandlerContext,
  ): Promise<void> {
    await project(
      tx,
      'routing_run',
      ['run_id'],
      events.map(({ data, sequence, time }) => ({
        run_id: data.runId,
        origin: data.origin,
        journal_number: data.journalNumber,
        outcome: data.outcome,
        lots: data.lots,
        lines: data.lines,
        allocations: data.allocations,
        verified: data.verified,
        gap: data.gap,
        completed_at: time,
        version: sequence,
      })),
    );
    await recordProgress(tx, at, 'allocations', events);
  }
}
