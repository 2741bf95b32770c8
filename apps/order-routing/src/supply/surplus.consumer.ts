import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { EventEnvelope } from '#contracts/envelope.js';
import type { SurplusDeclared } from '#contracts/surplus.js';
import type { HandlerContext } from '#platform/messaging/event-log-server.js';
import { HandleEventBatch } from '#platform/messaging/handle-event.js';
import { Journal } from '../market/journal-door.js';

const DECLARED = 'serap.surplus.declared.v1';

/** Surplus that the registry hands over, with the right to sell it: an input of its market. */
@Controller()
export class SurplusConsumer {
  constructor(private readonly journal: Journal) {}

  @HandleEventBatch(DECLARED)
  declared(
    @Payload() events: EventEnvelope<typeof DECLARED, SurplusDeclared>[],
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    return this.journal.append(
      tx,
      events.map((event) => {
        const { origin, verified: _, bestBefore, ...chunk } = event.data;
        return {
          event,
          origin,
          input: { kind: 'surplus-declared', payload: { ...chunk, bestBefore: bestBefore ?? null } },
        };
      }),
    );
  }
}
