import { PartitionResumed, PartitionStopped } from '#contracts/standstills.js';
import { uuidv7 } from '#kernel/uuid.js';
import { newEvent, type NewEvent } from '../database/outbox.js';
import type { Tx } from '../database/transactions.js';
import type { TopicPartition } from '#event-log/log/event-log.js';
import { storable } from './storable.js';
import { named } from '../database/sql.js';

/** A partition of a group that stands still. */
export interface Standstill extends TopicPartition {
  /** Wall time of the first stop; it has been tried again since. */
  readonly since: Date;
  readonly reason: string;
}

interface Queryable {
  query<Row>(sql: string, parameters: unknown[]): Promise<Row[]>;
}

const PLACE = '(group_name, topic, partition) = ($1, $2, $3)';

/** Writes down that a partition stands still, and tells it once, however often it is tried again. */
export async function standStill(tx: Tx, group: string, at: TopicPartition, error: unknown): Promise<void> {
  const reason = storable(String(error), 2_000);
  const [row] = await tx.query<{ id: string }>(
    ...named(
      `UPDATE checkpoint SET still_id = :id, still_since = now(), still_reason = :reason
       WHERE (group_name, topic, partition) = (:group, :topic, :partition) AND still_id IS NULL RETURNING still_id AS id`,
      { group, topic: at.topic, partition: at.partition, id: uuidv7(), reason },
    ),
  );
  if (!row) return;
  const place = { group, sourceTopic: at.topic, sourcePartition: String(at.partition) };
  const data = Object.assign(new PartitionStopped(), { standstillId: row.id, ...place, error: reason });
  tx.publish(newEvent({ type: 'serap.partition.stopped.v1', sequence: 1, ...about(row.id, at), data }));
}

/** It has gone on: nobody has to look at it any more. */
export async function goOn(tx: Tx, group: string, at: TopicPartition): Promise<void> {
  // UPDATE answers with what is there afterwards; the lock keeps it what was read.
  const [row] = await tx.query<{ id: string | null }>(
    `SELECT still_id AS id FROM checkpoint WHERE ${PLACE} FOR UPDATE`,
    [group, at.topic, at.partition],
  );
  if (!row?.id) return;
  await tx.query(`UPDATE checkpoint SET still_id = NULL, still_since = NULL, still_reason = NULL WHERE ${PLACE}`, [
    group,
    at.topic,
    at.partition,
  ]);
  tx.publish(resumedEvent({ id: row.id, group, ...at }));
}

/** Says that a partition does not stand still any more; `standStill` has said that it does. */
export function resumedEvent({
  id,
  group,
  topic,
  partition,
}: TopicPartition & { id: string; group: string }): NewEvent {
  const data = Object.assign(new PartitionResumed(), { standstillId: id, group });
  return newEvent({ type: 'serap.partition.resumed.v1', sequence: 2, ...about(id, { topic, partition }), data });
}

/** What stands still of a group, in whichever replica, the longest first. */
export function standstills(db: Queryable, group: string): Promise<Standstill[]> {
  return db.query(
    `SELECT topic, partition, still_since AS since, still_reason AS reason FROM checkpoint
     WHERE group_name = $1 AND still_id IS NOT NULL ORDER BY still_since, topic, partition`,
    [group],
  );
}

function about(id: string, { topic, partition }: TopicPartition) {
  return { subject: `standstill:${id}`, key: `${topic}:${String(partition)}`, causationId: id };
}
