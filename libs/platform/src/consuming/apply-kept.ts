import type { Transactions, Tx } from '../database/transactions.js';
import type { StoredRecord, TopicPartition } from '#event-log/log/event-log.js';
import type { Consuming } from './apply.js';
import { lockCheckpoint, type Checkpoint } from './checkpoint.js';
import { moveToDeadLetters } from './dead-letters.js';
import { decode, listedTypes } from './decode.js';
import { sortFailure } from './failure.js';
import { handleRecord } from './handle-record.js';
import { keep, takeKept } from './kept-events.js';
import { takeParked } from './parked.js';

export interface ApplyingKept extends Consuming {
  readonly transactions: Transactions;
}

/**
 * Handles the events of a partition that an earlier release kept and this one's contract lists, together with what was
 * parked behind them: in the order of the log, each in a transaction of its own that takes it out of the table, so that
 * none has its effect twice. What is still unlisted stays, and so does what waits behind it.
 *
 * @returns how many there were
 * @throws CheckpointMoved when another member has gone on with the partition; an outage or a bug, with that event still there
 */
export async function applyKept(applying: ApplyingKept, partition: TopicPartition, at: Checkpoint): Promise<number> {
  let applied = 0;
  for (let last = -1n; ; applied += 1) {
    const record = await applyNext(applying, partition, at, last);
    if (record === undefined) return applied;
    last = record.offset;
  }
}

async function applyNext(
  applying: ApplyingKept,
  partition: TopicPartition,
  at: Checkpoint,
  after: bigint,
): Promise<StoredRecord | undefined> {
  const { group, handler, transactions } = applying;
  const take = async (tx: Tx): Promise<StoredRecord | undefined> => {
    // The lock of whoever consumes the partition: nothing is parked behind an event that is just being taken.
    await lockCheckpoint(tx, group, partition, at);
    return takeKept(tx, applying, partition, { after, types: listedTypes(handler) });
  };
  try {
    return await transactions.run(async (tx) => {
      const record = await take(tx);
      if (record === undefined) return undefined;
      await handleRecord(tx, group, handler, record);
      await advance(tx, applying, record);
      return record;
    });
  } catch (error) {
    if (sortFailure(error) !== 'poison') throw error;
    return transactions.run(async (tx) => {
      const record = await take(tx);
      if (record !== undefined) await moveToDeadLetters(tx, applying, record, error);
      return record;
    });
  }
}

/** The next event of the subject takes the place of the one that was handled, and is handled in its own turn. */
async function advance(tx: Tx, applying: ApplyingKept, handled: StoredRecord): Promise<void> {
  const record = await takeParked(tx, applying, handled);
  if (record === undefined) return;
  const next = decode(record, applying.handler);
  if (next.kind === 'poison') await moveToDeadLetters(tx, applying, record, next.error);
  else await keep(tx, applying, [{ record, type: record.headers['ce_type'] ?? '' }]);
}
