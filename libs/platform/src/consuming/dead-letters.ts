import { DeadLetterRecorded } from '#contracts/dead-letters.js';
import { uuidv7 } from '#kernel/uuid.js';
import type { Tx } from '../database/transactions.js';
import type { StoredRecord } from '#event-log/log/event-log.js';
import { about } from './decode.js';
import { failureCode } from './failure.js';
import { rowOfRecord, type Keeping } from './record-columns.js';
import { storable } from './storable.js';
import { insertInto } from '../database/sql.js';

/**
 * Keeps what could not be processed, and says so on the dead-letter topic: ids and the error, never the payload.
 *
 * @returns its code
 */
export async function moveToDeadLetters(
  tx: Tx,
  keeping: Keeping,
  record: StoredRecord,
  error: unknown,
): Promise<string> {
  const { group } = keeping;
  const id = uuidv7();
  const code = storable(failureCode(error), 100);
  const message = storable(error instanceof Error ? error.message : String(error), 2_000);
  const { source, subject } = about(record);
  const row = { ...rowOfRecord(record, keeping), id, sealed: true, code, error: message };
  await tx.query(...insertInto('dead_letter', row));
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
