import { fromBinary, MalformedEvent } from '#contracts/cloud-events.js';
import type { EventEnvelope } from '#contracts/envelope.js';
import { OPEN_TOPICS } from '#contracts/topics.js';
import type { StoredRecord } from '#event-log/log/event-log.js';

const EVENT_ID = /^[\x21-\x7e]{1,200}$/;

/** Whether systems outside Serap write this topic. */
export function isFromOutside({ topic }: { readonly topic: string }): boolean {
  return OPEN_TOPICS.has(topic);
}

/**
 * Decodes a record from outside. CloudEvents asks its sender for id, source, type and specversion; the attributes that
 * our own events carry beside them would let it speak in another's name, so they are set here.
 *
 * @throws MalformedEvent when the bytes are no event
 */
export function eventFromOutside(record: StoredRecord): EventEnvelope {
  const id = record.headers['ce_id'] ?? '';
  if (!EVENT_ID.test(id)) throw new MalformedEvent('ce_id is not 1 to 200 visible ASCII characters');
  return fromBinary({
    headers: {
      ...record.headers,
      ce_subject: `outside:${id}`,
      ce_sequence: '1',
      ce_time: record.headers['ce_time'] ?? 'unknown',
      ce_partitionkey: record.key === '' ? 'none' : record.key,
      ce_correlationid: id,
      ce_principal: 'outside',
    },
    body: record.body,
  });
}

/** Headers that may be kept: a dead letter must not hold a key to the house. */
export function withoutCredentials({ authorization: _, ...headers }: Readonly<Record<string, string>>): object {
  return headers;
}
