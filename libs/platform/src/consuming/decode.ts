import { fromBinary } from '#contracts/cloud-events.js';
import { EVENTS, isEventType, type SerapEvent } from '#contracts/events.js';
import { validateEvent } from '#contracts/validate-event.js';
import type { StoredRecord } from '#event-log/log/event-log.js';
import { eventFromOutside, isFromOutside } from './outsiders.js';

/** A validated event with its place in the log. */
export interface ReceivedEvent {
  readonly event: SerapEvent;
  readonly record: StoredRecord;
}

/** Which types mean something here. */
export interface KnownTypes {
  handles(type: string): boolean;
  /** Whether this build's contract has the type. Left out but by tests that play another release: libs/contracts says it. */
  lists?(type: string): boolean;
}

/**
 * A record, and what it is to this consumer.
 * - `passed`: of a type that the contract lists, and nothing here handles
 * - `unlisted`: of a type, or a version of one, that only another release can know
 */
export type Decoded =
  | ({ readonly kind: 'event' } & ReceivedEvent)
  | { readonly kind: 'passed'; readonly record: StoredRecord }
  | { readonly kind: 'unlisted'; readonly record: StoredRecord; readonly type: string }
  | { readonly kind: 'poison'; readonly record: StoredRecord; readonly error: unknown };

export function decode(record: StoredRecord, known: KnownTypes): Decoded {
  try {
    const outside = isFromOutside(record);
    const envelope = outside ? eventFromOutside(record) : fromBinary(record);
    const { type } = envelope;
    if (!isListed(type, known)) return { kind: 'unlisted', record, type };
    if (!known.handles(type) || (outside && !livesOn(type, record.topic))) return { kind: 'passed', record };
    const event = validateEvent(envelope);
    return event === undefined ? { kind: 'unlisted', record, type } : { kind: 'event', event, record };
  } catch (error) {
    return { kind: 'poison', record, error };
  }
}

/** All types that this build's contract lists. */
export function listedTypes(known: KnownTypes): string[] {
  return Object.keys(EVENTS).filter((type) => isListed(type, known));
}

function isListed(type: string, known: KnownTypes): boolean {
  return known.lists?.(type) ?? isEventType(type);
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
