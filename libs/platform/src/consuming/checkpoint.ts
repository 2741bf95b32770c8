import type { Tx } from '../database/transactions.js';
import type { StoredRecord, TopicPartition } from '#event-log/log/event-log.js';
import { storable } from './storable.js';
import { named } from '../database/sql.js';

/** How far a group has come in one partition: every event below `nextOffset` has had its effect. */
export interface Checkpoint {
  readonly nextOffset: bigint;
  /** Id of the event at `nextOffset - 1`, by which a log that is not the same any more is recognised. */
  readonly lastEventId: string | null;
}

/** Another member has moved the checkpoint: this one's view is old, its work must be rolled back. */
export class CheckpointMoved extends Error {
  override readonly name = 'CheckpointMoved';
}

interface Row {
  next_offset: string | number;
  last_event_id: string | null;
  stood_still: boolean;
}

const toCheckpoint = (row: Row): Checkpoint => ({
  nextOffset: BigInt(row.next_offset),
  lastEventId: row.last_event_id,
});

/** The checkpoint after `record`. */
export function after(record: StoredRecord): Checkpoint {
  return { nextOffset: record.offset + 1n, lastEventId: storable(record.eventId) };
}

/** Reads a checkpoint, and whether its partition stands still; the very first one starts at 0. */
export async function openCheckpoint(
  tx: Tx,
  group: string,
  at: TopicPartition,
): Promise<Checkpoint & { readonly stoodStill: boolean }> {
  await tx.query('INSERT INTO checkpoint (group_name, topic, partition) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
    group,
    at.topic,
    at.partition,
  ]);
  const [row] = await tx.query<Row>(
    `SELECT next_offset, last_event_id, still_id IS NOT NULL AS stood_still
     FROM checkpoint WHERE (group_name, topic, partition) = ($1, $2, $3)`,
    [group, at.topic, at.partition],
  );
  if (!row) throw new Error('the checkpoint has just been made');
  return { ...toCheckpoint(row), stoodStill: row.stood_still };
}

/**
 * Locks the checkpoint for this transaction; a second owner of the partition waits here.
 *
 * @returns whether the partition has stood still until now
 * @throws CheckpointMoved when it is not `expected` any more
 */
export async function lockCheckpoint(
  tx: Tx,
  group: string,
  at: TopicPartition,
  expected: Checkpoint,
): Promise<{ readonly stoodStill: boolean }> {
  const [row] = await tx.query<{ stoodStill: boolean }>(
    ...named(
      `SELECT still_id IS NOT NULL AS "stoodStill" FROM checkpoint
       WHERE (group_name, topic, partition) = (:group, :topic, :partition)
         AND next_offset = :next AND last_event_id IS NOT DISTINCT FROM :last FOR UPDATE`,
      {
        ...{ group, topic: at.topic, partition: at.partition },
        ...{ next: expected.nextOffset.toString(), last: expected.lastEventId },
      },
    ),
  );
  if (!row) throw new CheckpointMoved(`${group} ${at.topic}/${String(at.partition)}`);
  return row;
}

/** Moves the locked checkpoint. The last statement of the transaction, so that an error swallowed before it surfaces. */
export async function moveCheckpoint(tx: Tx, group: string, at: TopicPartition, to: Checkpoint): Promise<void> {
  await tx.query(
    ...named(
      `UPDATE checkpoint SET next_offset = :next, last_event_id = :last
       WHERE (group_name, topic, partition) = (:group, :topic, :partition)`,
      {
        ...{ group, topic: at.topic, partition: at.partition },
        ...{ next: to.nextOffset.toString(), last: to.lastEventId },
      },
    ),
  );
}
