import type { Tx } from '../database/transactions.js';
import type { StoredRecord, TopicPartition } from '#event-log/log/event-log.js';
import { after, type Checkpoint, lockCheckpoint, moveCheckpoint } from './checkpoint.js';
import type { Decoded, KnownTypes, ReceivedEvent } from './decode.js';
import { newerOnly } from './event-version.js';
import { goOn } from './standstill.js';
import { keep, type ToKeep } from './kept-events.js';
import { heldBack, queueBehindDeadLetter } from './parked.js';
import type { Keeping } from './record-columns.js';

/** What a service does with events. */
export interface EventHandler extends KnownTypes {
  /** Handles events of one partition, in order, within the transaction; a throw undoes all of them. */
  handle(events: readonly ReceivedEvent[], tx: Tx): Promise<void>;
}

/** Who handles, and how what cannot be handled is kept. */
export interface Consuming extends Keeping {
  readonly handler: EventHandler;
}

/**
 * The effect of consecutive records, and the checkpoint behind them, in one transaction. What only another release can
 * know is kept, and later events of its subject are parked behind it.
 *
 * @throws CheckpointMoved, the first poison's error, or whatever the handler throws
 */
export async function applyInTransaction(
  tx: Tx,
  consuming: Consuming,
  { partition, from }: { readonly partition: TopicPartition; readonly from: Checkpoint },
  entries: readonly Decoded[],
): Promise<Checkpoint> {
  const { group, handler } = consuming;
  const { stoodStill } = await lockCheckpoint(tx, group, partition, from);
  const concerned = entries.filter((entry) => entry.kind !== 'passed');
  if (concerned.length > 0) {
    const held = await heldBack(
      tx,
      group,
      concerned.map(({ record }) => record),
    );
    const toPark: StoredRecord[] = [];
    const toKeep: ToKeep[] = [];
    const received: ReceivedEvent[] = [];
    for (const entry of concerned) {
      if (held.has(entry.record)) {
        toPark.push(entry.record);
      } else if (entry.kind === 'poison') {
        throw entry.error;
      } else if (entry.kind === 'event') {
        received.push(entry);
      } else {
        toKeep.push(entry);
        held.add(entry.record);
      }
    }
    await queueBehindDeadLetter(tx, consuming, toPark);
    await keep(tx, consuming, toKeep);
    const newer = await newerOnly(tx, group, received);
    if (newer.length > 0) await handler.handle(newer, tx);
  }
  const last = entries.at(-1);
  if (!last) return from;
  const to = after(last.record);
  if (stoodStill) await goOn(tx, group, partition);
  await moveCheckpoint(tx, group, partition, to);
  return to;
}
