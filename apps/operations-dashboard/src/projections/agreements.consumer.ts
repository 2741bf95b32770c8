import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { AgreementStageChanged, AgreementTermsChanged } from '#contracts/agreements.js';
import { endOfLocalDay } from '#kernel/local-date.js';
import type { EventEnvelope } from '#contracts/envelope.js';
import type { HandlerContext } from '#platform/messaging/event-log-server.js';
import { HandleEventBatch } from '#platform/messaging/handle-event.js';
import { project } from '../persistence/project.js';
import { recordProgress } from '../persistence/record-progress.js';

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
    await project(
      tx,
      'agreement',
      ['agreement_id'],
      events.map(({ data, sequence }) => ({
        agreement_id: data.agreementId,
        origin: data.origin,
        partner: data.partner,
        stage: data.stage,
        edition: data.edition,
        effective_from: data.effectiveFrom ?? null,
        effective_to: data.effectiveTo ?? null,
        report_by: data.reportDueOn === undefined ? null : endOfLocalDay(data.reportDueOn, data.origin),
        version: sequence,
      })),
    );
    await recordProgress(tx, at, 'agreements', events);
  }

  @HandleEventBatch(TERMS)
  async termsChanged(
    @Payload() events: EventEnvelope<typeof TERMS, AgreementTermsChanged>[],
    @Ctx() { tx, record: at }: HandlerContext,
  ): Promise<void> {
    await project(
      tx,
      'term',
      ['term_id'],
      events.map(({ data, sequence }) => ({
        term_id: data.termId,
        agreement_id: data.agreementId,
        origin: data.origin,
        partner: data.partner,
        destination: data.destination,
        edition: data.edition,
        commodity: data.commodity,
        unit: data.unit,
        quota: data.quota,
        period: data.period,
        minimum_lot: data.minimumLot,
        freight: data.freight,
        transit_days: data.transitDays,
        certificates: [...data.certificates].sort(),
        removed: data.removed,
        version: sequence,
      })),
    );
    await recordProgress(tx, at, 'agreements', events);
  }
}
