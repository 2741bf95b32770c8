import type { LogRecord } from './event-log.js';

/** Bytes of records that are published or handled together: half of what a Kafka broker takes in one batch. */
export const BATCH_BYTES = 512 * 1024;

/** What a record takes in the log, headers and all, within a few bytes. */
export function sizeOf({ key, headers, body }: LogRecord): number {
  return body.byteLength + Buffer.byteLength(key) + Buffer.byteLength(JSON.stringify(headers));
}

/** The first of the records that fit together, at least one where there is any. */
export function fitting<One extends LogRecord>(records: readonly One[], most = BATCH_BYTES): readonly One[] {
  let bytes = 0;
  const tooMany = records.findIndex((record, at) => {
    bytes += sizeOf(record);
    return at > 0 && bytes > most;
  });
  return tooMany === -1 ? records : records.slice(0, tooMany);
}
