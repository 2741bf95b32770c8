import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { EventEnvelope } from '#contracts/envelope.js';
import type { CertificateState } from '#contracts/producers.js';
import { endOfLocalDay } from '#kernel/local-date.js';
import type { HandlerContext } from '#platform/consuming/event-log-server.js';
import { HandleEventBatch } from '#platform/consuming/handle-event.js';
import { recordProgress } from '../persistence/record-progress.js';
import { CERTIFICATE } from '../persistence/supply-tables.js';

type Event = EventEnvelope<string, CertificateState>;
const VERIFIED = 'serap.certificate.verified.v1';
const REVOKED = 'serap.certificate.revoked.v1';

/** Certificates by their kind and end; the log has no numbers. */
@Controller()
export class CertificatesConsumer {
  @HandleEventBatch(VERIFIED, REVOKED)
  told(@Payload() events: Event[], @Ctx() context: HandlerContext): Promise<void> {
    return keep(events, context);
  }
}

async function keep(events: readonly Event[], { tx, record: at }: HandlerContext): Promise<void> {
  await CERTIFICATE.upsertNewer(
    tx,
    events.map(({ type, data, sequence }) =>
      Object.assign({}, data, {
        endsAt: data.until === undefined ? null : endOfLocalDay(data.until, data.origin),
        revoked: type === REVOKED,
        version: sequence,
      }),
    ),
    {},
  );
  await recordProgress(tx, at, 'producers', events);
}
