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

/** A row of `dead_letter`, `parked` or `kept_event`, by column: whose it is, where it stood, and what of it may be stored. */
export function rowOfRecord(record: StoredRecord, { group, vault }: Keeping): Readonly<Record<string, unknown>> {
  const { source, subject } = about(record);
  return {
    group_name: group,
    topic: record.topic,
    partition: record.partition,
    log_offset: record.offset.toString(),
    event_id: storable(record.eventId),
    source: storable(source),
    subject: storable(subject),
    key: storable(record.key),
    headers: JSON.stringify(withoutCredentials(record.headers)),
    body: vault.seal(record.body),
  };
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
