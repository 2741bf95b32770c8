import type { LogRecord, StoredRecord, TopicPartition } from '../log/event-log.js';
import type { FetchedMessage } from './kafka-client.js';

/** As it came: partner systems write too, so neither key nor body nor id is certain to be there. */
export function toStored({ topic, partition }: TopicPartition, message: FetchedMessage): StoredRecord {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headers ?? {})) {
    const one = Array.isArray(value) ? value[0] : value;
    if (one !== undefined) headers[name] = one.toString();
  }
  return {
    topic,
    partition,
    offset: BigInt(message.offset),
    eventId: headers['ce_id'] ?? '',
    key: message.key?.toString() ?? '',
    headers,
    body: message.value ?? new Uint8Array(),
  };
}

/** Groups records by topic in the shape of the client, keeping their order. */
export function toTopicMessages(records: readonly LogRecord[]) {
  const byTopic = new Map<string, { key: string; value: Buffer; headers: Record<string, string> }[]>();
  for (const { topic, key, eventId, headers, body } of records) {
    const messages = byTopic.get(topic) ?? [];
    byTopic.set(topic, messages);
    const value = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    messages.push({ key, value, headers: eventId === '' ? { ...headers } : { ...headers, ce_id: eventId } });
  }
  return [...byTopic].map(([topic, messages]) => ({ topic, messages }));
}
