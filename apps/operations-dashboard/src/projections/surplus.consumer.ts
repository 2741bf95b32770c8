import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { EventEnvelope } from '#contracts/envelope.js';
import type { SurplusAdjusted, SurplusCertified, SurplusDeclared } from '#contracts/surplus.js';
import { endOfLocalDay } from '#kernel/local-date.js';
import type { HandlerContext } from '#platform/consuming/event-log-server.js';
import { HandleEvent, HandleEventBatch } from '#platform/consuming/handle-event.js';
import { record, replace } from '../persistence/project.js';
import { recordProgress } from '../persistence/record-progress.js';
import { LOT } from '../persistence/supply-tables.js';

const DECLARED = 'serap.surplus.declared.v1';
const ADJUSTED = 'serap.surplus.adjusted.v1';
const CERTIFIED = 'serap.surplus.certified.v1';

/** Lots as they were declared; a lot counts once all its chunks are here (version ≥ chunks). */
@Controller()
export class SurplusConsumer {
  @HandleEventBatch(DECLARED)
  async declared(
    @Payload() events: EventEnvelope<typeof DECLARED, SurplusDeclared>[],
    @Ctx() { tx, record: at }: HandlerContext,
  ): Promise<void> {
    await LOT.upsertNewer(
      tx,
      events.map(({ data, sequence }) =>
        Object.assign({}, data, {
          bestBefore: data.bestBefore ?? null,
          expiresAt: data.bestBefore === undefined ? null : endOfLocalDay(data.bestBefore, data.origin),
          certificates: data.certificates.map(({ kind }) => kind).sort(),
          recalledAt: null,
          version: sequence,
        }),
      ),
      {},
    );
    await record(
      tx,
      'lot_share',
      events.flatMap(({ data }) =>
        data.contributions.map(({ producerId }) => ({ lot_id: data.lotId, producer_id: producerId })),
      ),
    );
    await recordProgress(tx, at, 'surplus', events);
  }

  /** Certificates that a lot lost or gained, and that it was recalled; what was written off is in its balance. */
  @HandleEvent(ADJUSTED, CERTIFIED)
  async adjusted(
    @Payload() event: EventEnvelope<typeof ADJUSTED | typeof CERTIFIED, SurplusAdjusted | SurplusCertified>,
    @Ctx() { tx, record: at }: HandlerContext,
  ): Promise<void> {
    const { data, sequence: version } = event;
    const certificates = data.certificates.map(({ kind }) => kind).sort();
    const recalled = 'cause' in data && data.cause === 'RECALLED' ? { recalled_at: event.time } : {};
    await replace(tx, 'lot', { lot_id: data.lotId }, { certificates, version, ...recalled });
    await recordProgress(tx, at, 'surplus', [event]);
  }
}
