import { ALL_TOPICS } from '#contracts/topics.js';
import { fromBinary } from '#contracts/cloud-events.js';
import type { EventEnvelope } from '#contracts/envelope.js';
import type { SerapEvent } from '#contracts/events.js';
import { validateEvent } from '#contracts/validate-event.js';
import type { EventLog, StoredRecord, TopicPartition } from '#event-log/log/event-log.js';

const PAGE = 2_000;

/** Everything that lies in the log, in order per partition; a second copy of an event id is left out. */
export interface LogContents {
  readonly events: readonly SerapEvent[];
  /** Events of types that this build's contract does not list: consumers keep them for a release that knows them. */
  readonly unlisted: readonly UnlistedEvent[];
  /** The versions of all these events, listed or not, in order. */
  readonly versions: readonly Version[];
  /** Records that are no valid event: dead letters must name them. */
  readonly malformed: readonly string[];
  /** Latest event of each (source, subject). */
  readonly latest: ReadonlyMap<string, SerapEvent>;
}

export type Version = Pick<EventEnvelope, 'source' | 'subject' | 'sequence'>;

export interface UnlistedEvent extends Version, TopicPartition {
  readonly offset: bigint;
  readonly eventId: string;
  readonly type: string;
}

export function subjectKey({ source, subject }: Pick<EventEnvelope, 'source' | 'subject'>): string {
  return `${source} ${subject}`;
}

/** Reads the whole log, as an outsider would: bytes, decoded and validated. */
export async function readLog(log: EventLog): Promise<LogContents> {
  const events: SerapEvent[] = [];
  const unlisted: UnlistedEvent[] = [];
  const versions: Version[] = [];
  const malformed: string[] = [];
  const seen = new Set<string>();
  const latest = new Map<string, SerapEvent>();
  for (const topic of ALL_TOPICS) {
    for (const [partition, end] of await log.endOffsets(topic)) {
      let next = 0n;
      while (next < end) {
        const records = await log.read({ topic, partition }, next, PAGE);
        if (records.length === 0) break;
        for (const record of records) {
          next = record.offset + 1n;
          if (seen.has(record.eventId)) continue;
          seen.add(record.eventId);
          const envelope = decode(record, malformed);
          if (!envelope) continue;
          const { source, subject, sequence, type } = envelope;
          versions.push({ source, subject, sequence });
          const event = validate(record, envelope, malformed);
          if (event === 'unlisted') unlisted.push({ ...record, source, subject, sequence, type });
          if (typeof event !== 'object') continue;
          events.push(event);
          const key = subjectKey(event);
          if ((latest.get(key)?.sequence ?? 0) < event.sequence) latest.set(key, event);
        }
      }
    }
  }
  return { events, unlisted, versions, malformed, latest };
}

function decode(record: StoredRecord, malformed: string[]): EventEnvelope | undefined {
  return orMalformed(record, malformed, () => fromBinary(record));
}

function validate(record: StoredRecord, envelope: EventEnvelope, malformed: string[]) {
  return orMalformed(record, malformed, () => validateEvent(envelope) ?? ('unlisted' as const));
}

function orMalformed<T>({ topic, partition, offset }: StoredRecord, malformed: string[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    malformed.push(`${topic}/${String(partition)}@${String(offset)}: ${String(error)}`);
    return undefined;
  }
}
