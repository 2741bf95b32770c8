import type { Vault } from '../database/vault.js';
import type { StoredRecord } from '#event-log/log/event-log.js';
import { about } from './decode.js';
import { withoutCredentials } from './outsiders.js';
import { storable } from './storable.js';

/** Whose records are put aside, and what encrypts their bodies: a sender may have put anything into them. */
export interface Keeping {
  readonly group: string;
  readonly vault: Vault;
}

/** What `toRecord` reads. */
export const RECORD_COLUMNS = 'topic, partition, log_offset, event_id, key, headers, body, sealed';

/** A record that was put aside in the consumer's own database. */
export interface RecordRow {
  topic: string;
  partition: number;
  log_offset: string | number;
  event_id: string;
  key: string;
  headers: Record<string, string>;
  body: Uint8Array;
  sealed: boolean;
}

/** Values of topic, partition, log_offset, event_id, source, subject, key, headers and the sealed body. */
export function recordValues(record: StoredRecord, { vault }: Keeping): unknown[] {
  const { source, subject } = about(record);
  return [
    record.topic,
    record.partition,
    record.offset.toString(),
    storable(record.eventId),
    storable(source),
    storable(subject),
    storable(record.key),
    JSON.stringify(withoutCredentials(record.headers)),
    vault.seal(record.body),
  ];
}

export function toRecord(row: RecordRow, { vault }: Keeping): StoredRecord {
  return {
    topic: row.topic,
    partition: row.partition,
    offset: BigInt(row.log_offset),
    eventId: row.event_id,
    key: row.key,
    headers: row.headers,
    body: row.sealed ? vault.open(row.body) : row.body,
  };
}
