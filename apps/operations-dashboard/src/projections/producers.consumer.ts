import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { EventEnvelope } from '#contracts/envelope.js';
import type { ProducerState } from '#contracts/producers.js';
import type { HandlerContext } from '#platform/consuming/event-log-server.js';
import { HandleEventBatch } from '#platform/consuming/handle-event.js';
import { recordProgress } from '../persistence/record-progress.js';
import { PRODUCER } from '../persistence/supply-tables.js';

type Event = EventEnvelope<string, ProducerState>;
const REGISTERED = 'serap.producer.registered.v1';
const VERIFIED = 'serap.producer.verified.v1';
const SUSPENDED = 'serap.producer.suspended.v1';

/** Who makes things: counts only, for the log has no names. */
@Controller()
export class ProducersConsumer {
  @HandleEventBatch(REGISTERED, VERIFIED, SUSPENDED)
  told(@Payload() events: Event[], @Ctx() context: HandlerContext): Promise<void> {
    return keep(events, context);
  }
}

async function keep(events: readonly Event[], { tx, record: at }: HandlerContext): Promise<void> {
  await PRODUCER.upsertNewer(
    tx,
    events.map(({ data, sequence }) =>
      Object.assign({}, data, { mergedInto: data.mergedInto ?? null, version: sequence }),
    ),
    {},
  );
  await recordProgress(tx, at, 'producers', events);
}
