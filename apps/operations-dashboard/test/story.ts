import type { EventEnvelope } from '#contracts/envelope.js';
import { EVENTS, type EventData, type EventType } from '#contracts/events.js';
import { deterministicUuid, uuidv7 } from '#kernel/uuid.js';

export const KG = 1_000;
export const SUGAR = 'granulated-coconut-sugar';
export const DAY = '2019-03-04';
const AT = '2019-03-04T02:00:00.000Z';

const SOURCES: Record<string, string> = {
  'serap.producers.v1': '/serap/producer-registry',
  'serap.surplus.v1': '/serap/producer-registry',
  'serap.agreements.v1': '/serap/partnership-agreements',
  'serap.orders.v1': '/serap/order-routing',
  'serap.allocations.v1': '/serap/order-routing',
};

/** A valid UUID that stays the same for a name. */
export const id = (name: string): string => deterministicUuid('sample', name);

/** Tells a story as the services would publish it: versions counted by subject, times that go on. */
export class Story {
  readonly events: EventEnvelope[] = [];
  private readonly versions = new Map<string, number>();
  private seconds = 0;

  tell<Type extends EventType>(type: Type, subject: string, data: EventData<Type>): this {
    const sequence = (this.versions.get(subject) ?? 0) + 1;
    this.versions.set(subject, sequence);
    const { topic } = EVENTS[type];
    this.events.push({
      id: uuidv7(),
      source: SOURCES[topic] ?? '/serap/test',
      type,
      subject,
      sequence,
      time: new Date(Date.parse(AT) + 1_000 * this.seconds++).toISOString(),
      key: '33.02',
      correlationId: 'story',
      principal: 'test',
      data,
    });
    return this;
  }
}
