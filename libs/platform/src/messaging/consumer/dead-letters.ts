import { DeadLetterRecorded } from '#contracts/dead-letters.js';
import { uuidv7 } from '#kernel/uuid.js';
import type { Tx } from '../../database/transactions.js';
import type { Vault } from '../../database/vault.js';
import type { StoredRecord } from '../event-log.js';
import { about, type About } from './decode.js';
import { failureCode } from './failure.js';
import { withoutCredentials } from './outsiders.js';
import { storable } from './storable.js';

/** Whose letters they are, and what encrypts their bodies: a sender may have put anything into them. */
export interface Keeping {
  readonly group: string;
  readonly vault: Vault;
}

const keyOf = ({ source, subject }: About) => JSON.stringify([storable(source), storable(subject)]);

/**
 * Keeps what could not be processed, and says so on the dead-letter topic: ids and the error, never the payload.
 *
 * @returns its code
 */
export async function bury(tx: Tx, keeping: Keeping, record: StoredRecord, error: unknown): Promise<string> {
  const { group } = keeping;
  const id = uuidv7();
  const code = storable(failureCode(error), 100);
  const message = storable(error instanceof Error ? error.message : String(error), 2_000);
  const { source, subject } = about(record);
  await tx.query(
    `INSERT INTO dead_letter
       (id, group_name, topic, partition, log_offset, event_id, source, subject, key, headers, body, sealed, code, error)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, true, $12, $13)`,
    [id, group, ...columns(record, keeping), code, message],
  );
  const eventId = storable(record.eventId, 100);
  tx.publish({
    type: 'serap.dead-letter.recorded.v1',
    subject: `dead-letter:${id}`,
    sequence: 1,
    key: `${record.topic}:${String(record.partition)}`,
    causationId: eventId === '' ? id : eventId,
    data: Object.assign(new DeadLetterRecorded(), {
      deadLetterId: id,
      group,
      sourceTopic: record.topic,
      sourcePartition: String(record.partition),
      sourceOffset: String(record.offset),
      ...(eventId === '' ? {} : { eventId }),
      ...(subject === '' ? {} : { eventSubject: storable(`${source} ${subject}`) }),
      code,
      error: message,
    }),
  });
  return code;
}

/** Puts records behind the dead letter of their subject, to be handled in order once that is settled. */
export async function park(tx: Tx, keeping: Keeping, records: readonly StoredRecord[]): Promise<void> {
  for (const record of records) {
    await tx.query(
      `INSERT INTO parked (group_name, topic, partition, log_offset, event_id, source, subject, key, headers, body, sealed)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, true)`,
      [keeping.group, ...columns(record, keeping)],
    );
  }
}

/**
 * A test for records whose subject has an open dead letter. Those letters are locked against being settled until this
 * transaction ends, so that nothing is parked behind a letter that has just been settled.
 */
export async function heldBack(
  tx: Tx,
  group: string,
  records: readonly StoredRecord[],
): Promise<(record: StoredRecord) => boolean> {
  const subjects = records.map((record) => about(record)).filter(({ subject }) => subject !== '');
  const rows = await tx.query<About>(
    `SELECT source, subject FROM dead_letter WHERE group_name = $1 AND state IN ('dead', 'draining')
       AND (source, subject) IN (SELECT * FROM unnest($2::text[], $3::text[])) FOR SHARE`,
    [group, subjects.map(({ source }) => storable(source)), subjects.map(({ subject }) => storable(subject))],
  );
  const held = new Set(rows.map(keyOf));
  return (record) => held.has(keyOf(about(record)));
}

function columns(record: StoredRecord, { vault }: Keeping): unknown[] {
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
