import { fromBinary } from '#contracts/cloud-events.js';
import { EVENTS, isEventType, type SerapEvent } from '#contracts/events.js';
import { validateEvent } from '#contracts/validate-event.js';
import type { StoredRecord } from '../event-log.js';
import { eventFromOutside, isFromOutside } from './outsiders.js';

/** A validated event with its place in the log. */
export interface ReceivedEvent {
  readonly event: SerapEvent;
  readonly record: StoredRecord;
}

/** A record, and what it is to this consumer. `passed`: nothing here handles its type. */
export type Decoded =
  | ({ readonly kind: 'event' } & ReceivedEvent)
  | { readonly kind: 'passed'; readonly record: StoredRecord; readonly unknown: string | undefined }
  | { readonly kind: 'poison'; readonly record: StoredRecord; readonly error: unknown };

export function decode(record: StoredRecord, handles: (type: string) => boolean): Decoded {
  try {
    const outside = isFromOutside(record);
    const envelope = outside ? eventFromOutside(record) : fromBinary(record);
    if (!handles(envelope.type) || (outside && !livesOn(envelope.type, record.topic))) {
      return { kind: 'passed', record, unknown: isEventType(envelope.type) ? undefined : envelope.type };
    }
    const event = validateEvent(envelope);
    return event === undefined ? { kind: 'passed', record, unknown: envelope.type } : { kind: 'event', event, record };
  } catch (error) {
    return { kind: 'poison', record, error };
  }
}

/** Who may write one topic must not bring in what belongs to another. */
function livesOn(type: string, topic: string): boolean {
  return isEventType(type) && EVENTS[type].topic === topic;
}

/** What an event is about; empty when its bytes do not even say that, or it is not believed. */
export interface About {
  readonly source: string;
  readonly subject: string;
}

export function about(record: StoredRecord): About {
  // An outsider's record holds nobody up, and least of all one of our own subjects.
  if (isFromOutside(record)) return { source: '', subject: '' };
  return { source: record.headers['ce_source'] ?? '', subject: record.headers['ce_subject'] ?? '' };
}
