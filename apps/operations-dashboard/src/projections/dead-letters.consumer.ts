import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { DeadLetterRecorded, DeadLetterSettled } from '#contracts/dead-letters.js';
import type { EventEnvelope } from '#contracts/envelope.js';
import type { PartitionResumed, PartitionStopped } from '#contracts/standstills.js';
import type { HandlerContext } from '#platform/consuming/event-log-server.js';
import { HandleEvent, HandleEventBatch } from '#platform/consuming/handle-event.js';
import { replace } from '../persistence/project.js';
import { recordProgress } from '../persistence/record-progress.js';
import { DEAD_LETTER, STANDSTILL } from '../persistence/order-tables.js';

const RECORDED = 'serap.dead-letter.recorded.v1';
const SETTLED = 'serap.dead-letter.settled.v1';
const STOPPED = 'serap.partition.stopped.v1';
const RESUMED = 'serap.partition.resumed.v1';

/** What any service could not process or stands still before, and what became of it. */
@Controller()
export class DeadLettersConsumer {
  @HandleEventBatch(RECORDED)
  async recorded(
    @Payload() events: EventEnvelope<typeof RECORDED, DeadLetterRecorded>[],
    @Ctx() { tx, record: at }: HandlerContext,
  ): Promise<void> {
    await DEAD_LETTER.upsertNewer(
      tx,
      events.map(({ data, sequence, time }) =>
        Object.assign({}, data, { eventId: data.eventId ?? null, recordedAt: new Date(time), version: sequence }),
      ),
      {},
    );
    await recordProgress(tx, at, 'dead-letters', events);
  }

  /** Replayed or given up: it waits for nobody any more. */
  @HandleEvent(SETTLED)
  async settled(
    @Payload() event: EventEnvelope<typeof SETTLED, DeadLetterSettled>,
    @Ctx() { tx, record: at }: HandlerContext,
  ): Promise<void> {
    const { data, sequence: version } = event;
    await replace(tx, 'dead_letter_seen', { dead_letter_id: data.deadLetterId }, { settled: true, version });
    await recordProgress(tx, at, 'dead-letters', [event]);
  }

  /** A partition of some service stands still. */
  @HandleEventBatch(STOPPED)
  async stopped(
    @Payload() events: EventEnvelope<typeof STOPPED, PartitionStopped>[],
    @Ctx() { tx, record: at }: HandlerContext,
  ): Promise<void> {
    await STANDSTILL.upsertNewer(
      tx,
      events.map(({ data, sequence, time }) =>
        Object.assign({}, data, {
          sourcePartition: Number(data.sourcePartition),
          since: new Date(time),
          version: sequence,
        }),
      ),
      {},
    );
    await recordProgress(tx, at, 'dead-letters', events);
  }

  /** It goes on. */
  @HandleEvent(RESUMED)
  async resumed(
    @Payload() event: EventEnvelope<typeof RESUMED, PartitionResumed>,
    @Ctx() { tx, record: at }: HandlerContext,
  ): Promise<void> {
    const { data, sequence: version } = event;
    await replace(tx, 'standstill_seen', { standstill_id: data.standstillId }, { resumed: true, version });
    await recordProgress(tx, at, 'dead-letters', [event]);
  }
}
