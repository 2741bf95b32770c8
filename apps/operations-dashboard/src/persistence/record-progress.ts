import type { EventEnvelope } from '#contracts/envelope.js';
import type { Tx } from '#platform/database/transactions.js';
import type { StoredRecord } from '#event-log/log/event-log.js';
import { named } from '#platform/database/sql.js';

/** What pages are told to have changed; they read the rest anew. */
export type Changed = 'producers' | 'surplus' | 'agreements' | 'orders' | 'allocations' | 'dead-letters';

/**
 * Notes how far the read models have come and appends to the live stream, in the transaction that wrote them.
 * Called last in a handler: it takes the stream's head, which serialises projecting transactions until they commit.
 *
 * @param events consecutive ones of one partition, at least one
 */
export async function recordProgress(
  tx: Tx,
  at: StoredRecord,
  changed: Changed,
  events: readonly EventEnvelope[],
): Promise<void> {
  const last = events.at(-1);
  if (!last) return;
  const latest = events.reduce((time, event) => (event.time > time ? event.time : time), last.time);
  const sql = `WITH progress AS (
       INSERT INTO topic_progress AS p (topic, partition, events, last_event_id, last_event_type, last_event_at, applied_at)
       VALUES (:topic, :partition, :count, :lastId, :lastType, :latest, clock_timestamp())
       ON CONFLICT (topic, partition) DO UPDATE SET events = p.events + excluded.events,
         last_event_id = excluded.last_event_id, last_event_type = excluded.last_event_type,
         last_event_at = GREATEST(p.last_event_at, excluded.last_event_at), applied_at = excluded.applied_at),
     head AS (UPDATE stream_head SET sequence = sequence + 1 RETURNING sequence)
     INSERT INTO stream_event (sequence, data) SELECT sequence, :data FROM head`;
  const data = JSON.stringify({ changed, events: events.length, at: latest });
  const { topic, partition } = at;
  const known = { topic, partition, count: events.length, lastId: last.id, lastType: last.type, latest, data };
  await tx.query(...named(sql, known));
}
