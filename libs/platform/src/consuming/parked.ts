import type { Tx } from '../database/transactions.js';
import type { StoredRecord } from '#event-log/log/event-log.js';
import { about, type About } from './decode.js';
import { RECORD_COLUMNS, rowOfRecord, toRecord, type Keeping, type RecordRow } from './record-columns.js';
import { storable } from './storable.js';
import { insertInto } from '../database/sql.js';

const keyOf = ({ source, subject }: About) => JSON.stringify([storable(source), storable(subject)]);

/** Subjects whose later events have to wait. A record that names no subject waits for nothing, and nothing waits for it. */
export class HeldBack {
  private readonly subjects: Set<string>;

  constructor(held: readonly About[]) {
    this.subjects = new Set(held.map(keyOf));
  }

  has(record: StoredRecord): boolean {
    return this.subjects.has(keyOf(about(record)));
  }

  /** From here on, later events of the record's subject wait behind it. */
  add(record: StoredRecord): void {
    if (about(record).subject !== '') this.subjects.add(keyOf(about(record)));
  }
}

/**
 * Those subjects of `records` of which a dead letter is open, or an event is kept for a later release. The letters are
 * locked against being settled until this transaction ends, so that nothing is parked behind one that has just been settled.
 */
export async function heldBack(tx: Tx, group: string, records: readonly StoredRecord[]): Promise<HeldBack> {
  const subjects = records.map((record) => about(record)).filter(({ subject }) => subject !== '');
  const wanted = [
    group,
    subjects.map(({ source }) => storable(source)),
    subjects.map(({ subject }) => storable(subject)),
  ];
  const behindLetters = await tx.query<About>(
    `SELECT source, subject FROM dead_letter WHERE group_name = $1 AND state IN ('dead', 'draining')
       AND (source, subject) IN (SELECT * FROM unnest($2::text[], $3::text[])) FOR SHARE`,
    wanted,
  );
  // A statement of its own, for it must see what was kept while the first one waited for a letter to be settled.
  const behindKept = await tx.query<About>(
    `SELECT source, subject FROM kept_event WHERE group_name = $1
       AND (source, subject) IN (SELECT * FROM unnest($2::text[], $3::text[]))`,
    wanted,
  );
  return new HeldBack([...behindLetters, ...behindKept]);
}

/** Puts records behind what holds their subject back, to be handled in order once that is settled. */
export async function queueBehindDeadLetter(tx: Tx, keeping: Keeping, records: readonly StoredRecord[]): Promise<void> {
  for (const record of records) {
    await tx.query(...insertInto('parked', { ...rowOfRecord(record, keeping), sealed: true }));
  }
}

/** The first event that was parked behind `record`, which leaves the table with that. */
export async function takeParked(tx: Tx, keeping: Keeping, record: StoredRecord): Promise<StoredRecord | undefined> {
  const { source, subject } = about(record);
  if (subject === '') return undefined;
  const [row] = await tx.query<RecordRow>(
    `DELETE FROM parked WHERE (group_name, topic, partition, log_offset) =
       (SELECT group_name, topic, partition, log_offset FROM parked
        WHERE group_name = $1 AND source = $2 AND subject = $3 ORDER BY log_offset LIMIT 1)
     RETURNING ${RECORD_COLUMNS}`,
    [keeping.group, storable(source), storable(subject)],
  );
  return row && toRecord(row, keeping);
}
