import type { ProducerStatus } from '#kernel/states.js';
import type { ProducerState } from '#contracts/producers.js';
import type { EventType } from '#contracts/events.js';
import { newEvent, type NewEvent } from '#platform/database/outbox.js';
import type { Producer } from '../domain/producer.js';

/** What others may know of a producer: ids and counts, nothing personal. */
function toState(producer: Producer): ProducerState {
  return {
    producerId: producer.id,
    kind: producer.kind,
    origin: producer.origin,
    village: producer.village,
    status: producer.status,
    umkmClass: producer.umkmClass,
    workersTotal: producer.workersTotal,
    workersWomen: producer.workersWomen,
    workersYouth: producer.workersYouth,
    ...(producer.mergedInto === null ? {} : { mergedInto: producer.mergedInto }),
  };
}

/** Closed is published like suspended: it carries the status, and nothing of the producer is sold either way. */
const TYPE_OF = {
  draft: 'serap.producer.registered.v1',
  verified: 'serap.producer.verified.v1',
  suspended: 'serap.producer.suspended.v1',
  closed: 'serap.producer.suspended.v1',
} as const satisfies Record<ProducerStatus, EventType>;

/** The event of a producer's present status. */
export function producerEvent(producer: Producer): NewEvent {
  return newEvent({
    type: TYPE_OF[producer.status],
    subject: `producer:${producer.id}`,
    sequence: producer.version,
    key: producer.origin,
    data: toState(producer),
  });
}
