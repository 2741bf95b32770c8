import type { Tx } from '../database/transactions.js';
import type { StoredRecord, TopicPartition } from '#event-log/log/event-log.js';
import { RECORD_COLUMNS, rowOfRecord, toRecord, type Keeping, type RecordRow } from './record-columns.js';
import { storable } from './storable.js';
import { insertInto, named } from '../database/sql.js';

/** An event for a release that knows its type. */
export interface ToKeep {
  readonly record: StoredRecord;
  readonly type: string;
}

/** Keeps events until a build comes whose contract lists their types; `heldBack` holds what follows of their subjects. */
export async function keep(tx: Tx, keeping: Keeping, events: readonly ToKeep[]): Promise<void> {
  for (const { record, type } of events) {
    await tx.query(...insertInto('kept_event', { ...rowOfRecord(record, keeping), type: storable(type) }));
  }
}

/**
 * The first event of a partition that was kept, lies behind `after` and is of one of `types`; it leaves the table with
 * that. The partition's checkpoint must be locked.
 */
export async function takeKept(
  tx: Tx,
  keeping: Keeping,
  { topic, partition }: TopicPartition,
  { after, types }: { readonly after: bigint; readonly types: readonly string[] },
): Promise<StoredRecord | undefined> {
  const [row] = await tx.query<RecordRow>(
    ...named(
      `DELETE FROM kept_event WHERE (group_name, topic, partition, log_offset) =
         (SELECT group_name, topic, partition, log_offset FROM kept_event
          WHERE (group_name, topic, partition) = (:group, :topic, :partition) AND log_offset > :after AND type = ANY(:types)
          ORDER BY log_offset LIMIT 1)
       RETURNING ${RECORD_COLUMNS}`,
      { group: keeping.group, topic, partition, after: after.toString(), types },
    ),
  );
  return row && toRecord(row, keeping);
}

/** Partitions in which a group has kept events of one of `types`. */
export function placesOfKept(tx: Tx, group: string, types: readonly string[]): Promise<TopicPartition[]> {
  return tx.query<TopicPartition>(
    'SELECT DISTINCT topic, partition FROM kept_event WHERE group_name = $1 AND type = ANY($2)',
    [group, types],
  );
}
