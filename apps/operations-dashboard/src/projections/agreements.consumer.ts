import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { AgreementStageChanged, AgreementTermsChanged } from '#contracts/agreements.js';
import { endOfLocalDay } from '#kernel/local-date.js';
import type { EventEnvelope } from '#contracts/envelope.js';
import type { HandlerContext } from '#platform/consuming/event-log-server.js';
import { HandleEventBatch } from '#platform/consuming/handle-event.js';
import { recordProgress } from '../persistence/record-progress.js';
import { instant } from '../persistence/read-model.js';
import { AGREEMENT, TERM } from '../persistence/supply-tables.js';

const STAGE = 'serap.agreement.stage-changed.v1';
const TERMS = 'serap.agreement.terms-changed.v1';

/** Agreements and their terms rows as they now stand. */
@Controller()
export class AgreementsConsumer {
  @HandleEventBatch(STAGE)
  async stageChanged(
    @Payload() events: EventEnvelope<typeof STAGE, AgreementStageChanged>[],
    @Ctx() { tx, record: at }: HandlerContext,
  ): Promise<void> {
    await AGREEMENT.upsertNewer(
      tx,
      events.map(({ data, sequence }) =>
        Object.assign({}, data, {
          effectiveFrom: instant(data.effectiveFrom),
          effectiveTo: instant(data.effectiveTo),
          reportBy: data.reportDueOn === undefined ? null : endOfLocalDay(data.reportDueOn, data.origin),
          version: sequence,
        }),
      ),
      {},
    );
    await recordProgress(tx, at, 'agreements', events);
  }

  @HandleEventBatch(TERMS)
  async termsChanged(
    @Payload() events: EventEnvelope<typeof TERMS, AgreementTermsChanged>[],
    @Ctx() { tx, record: at }: HandlerContext,
  ): Promise<void> {
    await TERM.upsertNewer(
      tx,
      events.map(({ data, sequence }) =>
        Object.assign({}, data, {
          certificates: [...data.certificates].sort(),
          quotaKind: data.quotaKind ?? null,
          version: sequence,
        }),
      ),
      {},
    );
    await recordProgress(tx, at, 'agreements', events);
  }
}
