import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { AgreementStageChanged, AgreementTermsChanged } from '#contracts/agreements.js';
import type { EventEnvelope } from '#contracts/envelope.js';
import type { NoMore } from '#kernel/no-more.js';
import type { HandlerContext } from '#platform/consuming/event-log-server.js';
import { HandleEvent } from '#platform/consuming/handle-event.js';
import type { TermsRow } from '../domain/ledger/term.js';
import { InputAppender } from '../runtime/input-appender.js';

const STAGE = 'serap.agreement.stage-changed.v1';
const TERMS = 'serap.agreement.terms-changed.v1';

/** Stages and terms rows of agreements: inputs of the origin's market. Whether they route is decided there (domain/ledger/in-force.ts). */
@Controller()
export class AgreementsConsumer {
  constructor(private readonly journal: InputAppender) {}

  @HandleEvent(STAGE)
  stageChanged(
    @Payload() event: EventEnvelope<typeof STAGE, AgreementStageChanged>,
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    const { origin, effectiveFrom, effectiveTo, ...stage } = event.data;
    const payload = { ...stage, effectiveFrom: effectiveFrom ?? null, effectiveTo: effectiveTo ?? null };
    return this.journal.append(tx, [{ event, origin, input: { kind: 'agreement-stage-changed', payload } }]);
  }

  @HandleEvent(TERMS)
  termsChanged(
    @Payload() event: EventEnvelope<typeof TERMS, AgreementTermsChanged>,
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    const { origin, termId, ...row } = event.data;
    return this.journal.append(tx, [
      { event, origin, input: { kind: 'agreement-terms-changed', payload: asRow({ ...row, id: termId }) } },
    ]);
  }
}

/** All of it is kept: a field that the event gains and the row does not have does not compile. */
function asRow<Row extends TermsRow>(row: NoMore<Row, TermsRow>): TermsRow {
  return row;
}
