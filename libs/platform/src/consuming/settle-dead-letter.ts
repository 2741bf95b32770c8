import { DeadLetterSettled } from '#contracts/dead-letters.js';
import { DomainError } from '#kernel/domain-error.js';
import { newEvent, type NewEvent } from '../database/outbox.js';
import type { Transactions, Tx } from '../database/transactions.js';
import type { StoredRecord, TopicPartition } from '#event-log/log/event-log.js';
import type { EventHandler } from './apply.js';
import { moveToDeadLetters } from './dead-letters.js';
import { sortFailure } from './failure.js';
import { handleRecord } from './handle-record.js';
import { keep } from './kept-events.js';
import { takeParked } from './parked.js';
import { RECORD_COLUMNS, toRecord, type Keeping, type RecordRow } from './record-columns.js';

type Outcome = DeadLetterSettled['outcome'];

export interface Settling extends Keeping {
  readonly transactions: Transactions;
  readonly handler: EventHandler;
}

export interface Settled {
  /** Parked events that were handled after it. */
  readonly released: number;
  /** A parked event failed in its turn, or only another release knows its type: the rest stays parked behind it. */
  readonly heldAgain: boolean;
}

type Row = RecordRow & { state: string };

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
  const { group, transactions } = settling;
  const { letter, kept } = await transactions.run(async (tx) => {
    const row = await lockOpen(tx, group, id);
    const record = toRecord(row, settling);
    const isKept = row.state === 'dead' && as === 'replayed' && (await handleOrKeep(settling, tx, record));
    if (isKept) await close(tx, { id, group }, record, as);
    else await tx.query(`UPDATE dead_letter SET state = 'draining' WHERE id = $1`, [id]);
    return { letter: record, kept: isKept };
  });
  if (kept) return { released: 0, heldAgain: true };
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
    return await transactions.run<'released' | 'held' | 'done'>(async (tx) => {
      await lockOpen(tx, group, id);
      const parked = await takeParked(tx, settling, letter);
      const kept = parked !== undefined && (await handleOrKeep(settling, tx, parked));
      if (parked && !kept) return 'released';
      await close(tx, { id, group }, letter, as);
      return kept ? 'held' : 'done';
    });
  } catch (error) {
    if (sortFailure(error) !== 'poison') throw error;
    return transactions.run<'held'>(async (tx) => {
      await lockOpen(tx, group, id);
      const parked = await takeParked(tx, settling, letter);
      if (parked) await moveToDeadLetters(tx, settling, parked, error);
      await close(tx, { id, group }, letter, as);
      return 'held';
    });
  }
}

async function lockOpen(tx: Tx, group: string, id: string): Promise<Row> {
  const [row] = await tx.query<Row>(
    `SELECT ${RECORD_COLUMNS}, state FROM dead_letter
     WHERE id = $1 AND group_name = $2 AND state IN ('dead', 'draining') FOR UPDATE`,
    [id, group],
  );
  if (!row) throw new DomainError('DEAD_LETTER_NOT_OPEN');
  return row;
}

async function close(
  tx: Tx,
  { id, group }: { readonly id: string; readonly group: string },
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

/** @returns whether it is kept for a release that knows its type: what is parked then waits behind it */
async function handleOrKeep(settling: Settling, tx: Tx, record: StoredRecord): Promise<boolean> {
  const entry = await handleRecord(tx, settling.group, settling.handler, record);
  if (entry.kind !== 'unlisted') return false;
  await keep(tx, settling, [entry]);
  return true;
}
