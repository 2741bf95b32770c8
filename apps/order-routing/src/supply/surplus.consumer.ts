import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { EventEnvelope } from '#contracts/envelope.js';
import type { MergeRequested } from '#contracts/merges.js';
import type {
  SurplusAdjusted,
  SurplusCertified,
  SurplusDeclared,
  SurplusHeld,
  SurplusReleased,
  SurplusWithdrawalRequested,
} from '#contracts/surplus.js';
import type { HandlerContext } from '#platform/consuming/event-log-server.js';
import { HandleEvent, HandleEventBatch } from '#platform/consuming/handle-event.js';
import type { Input } from '../domain/decisions/index.js';
import { InputAppender } from '../runtime/input-appender.js';

const DECLARED = 'serap.surplus.declared.v1';
const WITHDRAWAL = 'serap.surplus.withdrawal-requested.v1';
const ADJUSTED = 'serap.surplus.adjusted.v1';
const CERTIFIED = 'serap.surplus.certified.v1';
const MERGE = 'serap.surplus.merge-requested.v1';
const HELD = 'serap.surplus.held.v1';
const RELEASED = 'serap.surplus.released.v1';

/** Surplus that the registry hands over, with the right to sell it, and what becomes of it there: inputs of its market. */
@Controller()
export class SurplusConsumer {
  constructor(private readonly journal: InputAppender) {}

  @HandleEventBatch(DECLARED)
  declared(
    @Payload() events: EventEnvelope<typeof DECLARED, SurplusDeclared>[],
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    return this.journal.append(
      tx,
      events.map((event) => {
        const { origin, verified: _, bestBefore, lawAsksFor, packs, makers, ...chunk } = event.data;
        const law = lawAsksFor && packs && makers && { asksFor: lawAsksFor, packs, makers };
        return {
          event,
          origin,
          input: {
            kind: 'surplus-declared',
            payload: { ...chunk, ...(law ? { law } : {}), bestBefore: bestBefore ?? null },
          },
        };
      }),
    );
  }

  @HandleEvent(WITHDRAWAL)
  withdrawalRequested(
    @Payload() event: EventEnvelope<typeof WITHDRAWAL, SurplusWithdrawalRequested>,
    @Ctx() context: HandlerContext,
  ): Promise<void> {
    const { origin: _, ...payload } = event.data;
    return this.take(context, event, { kind: 'withdrawal-requested', payload });
  }

  @HandleEvent(ADJUSTED)
  adjusted(
    @Payload() event: EventEnvelope<typeof ADJUSTED, SurplusAdjusted>,
    @Ctx() context: HandlerContext,
  ): Promise<void> {
    const { origin: _, ...payload } = event.data;
    return this.take(context, event, { kind: 'lot-adjusted', payload });
  }

  @HandleEvent(CERTIFIED)
  certified(
    @Payload() event: EventEnvelope<typeof CERTIFIED, SurplusCertified>,
    @Ctx() context: HandlerContext,
  ): Promise<void> {
    const { origin: _, ...payload } = event.data;
    return this.take(context, event, { kind: 'lot-certified', payload });
  }

  @HandleEvent(MERGE)
  mergeRequested(
    @Payload() event: EventEnvelope<typeof MERGE, MergeRequested>,
    @Ctx() context: HandlerContext,
  ): Promise<void> {
    const { origin: _, ...payload } = event.data;
    return this.take(context, event, { kind: 'producers-merged', payload });
  }

  @HandleEvent(HELD)
  held(@Payload() event: EventEnvelope<typeof HELD, SurplusHeld>, @Ctx() context: HandlerContext): Promise<void> {
    const { origin: _, ...payload } = event.data;
    return this.take(context, event, { kind: 'lot-held', payload });
  }

  @HandleEvent(RELEASED)
  released(
    @Payload() event: EventEnvelope<typeof RELEASED, SurplusReleased>,
    @Ctx() context: HandlerContext,
  ): Promise<void> {
    const { origin: _, ...payload } = event.data;
    return this.take(context, event, { kind: 'lot-released', payload });
  }

  private take({ tx }: HandlerContext, event: EventEnvelope<string, { origin: string }>, input: Input): Promise<void> {
    return this.journal.append(tx, [{ event, origin: event.data.origin, input }]);
  }
}
