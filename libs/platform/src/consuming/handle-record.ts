import type { Tx } from '../database/transactions.js';
import type { StoredRecord } from '#event-log/log/event-log.js';
import type { EventHandler } from './apply.js';
import { decode, type Decoded } from './decode.js';
import { newerOnly } from './event-version.js';

/**
 * Handles one record that was put aside.
 *
 * @returns what it was; `unlisted` has had no effect, and is for the caller to keep
 * @throws what makes it poison, or whatever the handler throws
 */
export async function handleRecord(
  tx: Tx,
  group: string,
  handler: EventHandler,
  record: StoredRecord,
): Promise<Exclude<Decoded, { kind: 'poison' }>> {
  const entry = decode(record, handler);
  if (entry.kind === 'poison') throw entry.error;
  if (entry.kind === 'event') {
    const newer = await newerOnly(tx, group, [entry]);
    if (newer.length > 0) await handler.handle(newer, tx);
  }
  return entry;
}
