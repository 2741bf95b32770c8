import { ALL_TOPICS } from '#contracts/topics.js';
import { fromBinary } from '#contracts/cloud-events.js';
import type { EventEnvelope } from '#contracts/envelope.js';
import type { SerapEvent } from '#contracts/events.js';
import { validateEvent } from '#contracts/validate-event.js';
import type { EventLog } from '#platform/messaging/event-log.js';

const PAGE = 2_000;

/** Everything that lies in the log, in order per partition; a second copy of an event id is left out. */
export interface LogContents {
  readonly events: readonly SerapEvent[];
  /** Records that are no valid event: dead letters must name them. */
  readonly malformed: readonly string[];
  /** Latest event of each (source, subject). */
  readonly latest: ReadonlyMap<string, SerapEvent>;
}

export function subjectKey({ source, subject }: Pick<EventEnvelope, 'source' | 'subject'>): string {
  return `${source} ${subject}`;
}

/** Reads the whole log, as an outsider would: bytes, decoded and validated. */
export async function readLog(log: EventLog): Promise<LogContents> {
  const events: SerapEvent[] = [];
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
          const event = decode(record, malformed);
          if (!event) continue;
          events.push(event);
          const key = subjectKey(event);
          if ((latest.get(key)?.sequence ?? 0) < event.sequence) latest.set(key, event);
        }
      }
    }
  }
  return { events, malformed, latest };
}

function decode(
  record: {
    topic: string;
    partition: number;
    offset: bigint;
    headers: Readonly<Record<string, string>>;
    body: Uint8Array;
  },
  malformed: string[],
): SerapEvent | undefined {
  try {
    return validateEvent(fromBinary(record));
  } catch (error) {
    malformed.push(`${record.topic}/${String(record.partition)}@${String(record.offset)}: ${String(error)}`);
    return undefined;
  }
}
