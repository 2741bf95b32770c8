import { DeadLetterSettled } from '#contracts/dead-letters.js';
import { DomainError } from '#kernel/domain-error.js';
import { newEvent, type NewEvent } from '../../database/outbox.js';
import type { Transactions, Tx } from '../../database/transactions.js';
import type { StoredRecord, TopicPartition } from '../event-log.js';
import type { EventHandler } from './apply.js';
import { bury, type Keeping } from './dead-letters.js';
import { about, decode } from './decode.js';
import { newerOnly } from './event-version.js';
import { sortFailure } from './failure.js';

type Outcome = DeadLetterSettled['outcome'];

export interface Settling extends Keeping {
  readonly transactions: Transactions;
  readonly handler: EventHandler;
}

export interface Settled {
  /** Parked events that were handled after it. */
  readonly released: number;
  /** A parked event failed in its turn and is the subject's dead letter now; the rest stays parked behind it. */
  readonly heldAgain: boolean;
}

interface Row {
  topic: string;
  partition: number;
  log_offset: string | number;
  event_id: string;
  key: string;
  headers: Record<string, string>;
  body: Uint8Array;
  sealed: boolean;
  state: string;
}

const COLUMNS = 'topic, partition, log_offset, event_id, key, headers, body, sealed';

/**
 * Handles a dead letter again (its cause is gone), then what was parked behind it, in order.
 *
 * @throws DomainError DEAD_LETTER_NOT_OPEN; or the failure that it meets again, and then nothing has changed
 */
export function replayDeadLetter(settling: Settling, id: string): Promise<Settled> {
  return settle(settling, id, 'replayed');
}

/**
 * Gives a dead letter up for good, then handles what was parked behind it, in order.
 *
 * @throws DomainError DEAD_LETTER_NOT_OPEN
 */
export function discardDeadLetter(settling: Settling, id: string): Promise<Settled> {
  return settle(settling, id, 'discarded');
}

async function settle(settling: Settling, id: string, as: Outcome): Promise<Settled> {
  const letter = await settling.transactions.run(async (tx) => {
    const row = await lockOpen(tx, settling.group, id);
    if (row.state === 'dead' && as === 'replayed') await handleRecord(settling, tx, toRecord(row, settling));
    await tx.query(`UPDATE dead_letter SET state = 'draining' WHERE id = $1`, [id]);
    return toRecord(row, settling);
  });
  let released = 0;
  for (;;) {
    // One parked event a transaction: a long queue must not become a long transaction.
    const step = await releaseNext(settling, id, letter, as);
    if (step === 'released') released += 1;
    else return { released, heldAgain: step === 'held' };
  }
}

async function releaseNext(
  settling: Settling,
  id: string,
  letter: StoredRecord,
  as: Outcome,
): Promise<'released' | 'held' | 'done'> {
  const { group, transactions } = settling;
  try {
    return await transactions.run<'released' | 'done'>(async (tx) => {
      await lockOpen(tx, group, id);
      const parked = await takeParked(tx, settling, letter);
      if (parked) await handleRecord(settling, tx, parked);
      else await close(tx, group, id, letter, as);
      return parked ? 'released' : 'done';
    });
  } catch (error) {
    if (sortFailure(error) !== 'poison') throw error;
    return transactions.run<'held'>(async (tx) => {
      await lockOpen(tx, group, id);
      const parked = await takeParked(tx, settling, letter);
      if (parked) await bury(tx, settling, parked, error);
      await close(tx, group, id, letter, as);
      return 'held';
    });
  }
}

async function lockOpen(tx: Tx, group: string, id: string): Promise<Row> {
  const [row] = await tx.query<Row>(
    `SELECT ${COLUMNS}, state FROM dead_letter
     WHERE id = $1 AND group_name = $2 AND state IN ('dead', 'draining') FOR UPDATE`,
    [id, group],
  );
  if (!row) throw new DomainError('DEAD_LETTER_NOT_OPEN', 'There is no open dead letter with this id.');
  return row;
}

async function takeParked(tx: Tx, keeping: Keeping, letter: StoredRecord): Promise<StoredRecord | undefined> {
  const { source, subject } = about(letter);
  if (subject === '') return undefined;
  const [row] = await tx.query<Row>(
    `DELETE FROM parked WHERE (group_name, topic, partition, log_offset) =
       (SELECT group_name, topic, partition, log_offset FROM parked
        WHERE group_name = $1 AND source = $2 AND subject = $3 ORDER BY log_offset LIMIT 1)
     RETURNING ${COLUMNS}`,
    [keeping.group, source, subject],
  );
  return row && toRecord(row, keeping);
}

async function close(
  tx: Tx,
  group: string,
  id: string,
  { topic, partition }: StoredRecord,
  outcome: Outcome,
): Promise<void> {
  await tx.query('UPDATE dead_letter SET state = $2, settled_at = now() WHERE id = $1', [id, outcome]);
  tx.publish(settledEvent({ id, group, topic, partition }, outcome));
}

/** Says on the dead-letter topic that nobody has to look at it any more; `bury` has said that somebody must. */
export function settledEvent(
  { id, group, topic, partition }: TopicPartition & { readonly id: string; readonly group: string },
  outcome: Outcome,
): NewEvent {
  return newEvent({
    type: 'serap.dead-letter.settled.v1',
    subject: `dead-letter:${id}`,
    sequence: 2,
    key: `${topic}:${String(partition)}`,
    data: Object.assign(new DeadLetterSettled(), { deadLetterId: id, group, outcome }),
  });
}

async function handleRecord({ group, handler }: Settling, tx: Tx, record: StoredRecord): Promise<void> {
  const entry = decode(record, (type) => handler.handles(type));
  if (entry.kind === 'poison') throw entry.error;
  if (entry.kind === 'passed') return;
  const newer = await newerOnly(tx, group, [entry]);
  if (newer.length > 0) await handler.handle(newer, tx);
}

function toRecord(row: Row, { vault }: Keeping): StoredRecord {
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
