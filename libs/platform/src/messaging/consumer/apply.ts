import type { Tx } from '../../database/transactions.js';
import { type TopicPartition } from '../event-log.js';
import { after, type Checkpoint, lockCheckpoint, moveCheckpoint } from './checkpoint.js';
import { heldBack, park, type Keeping } from './dead-letters.js';
import type { Decoded, ReceivedEvent } from './decode.js';
import { newerOnly } from './event-version.js';
import { goOn } from './standstill.js';

/** What a service does with events. */
export interface EventHandler {
  handles(type: string): boolean;
  /** Handles events of one partition, in order, within the transaction; a throw undoes all of them. */
  handle(events: readonly ReceivedEvent[], tx: Tx): Promise<void>;
}

/** Who handles, and how what cannot be handled is kept. */
export interface Consuming extends Keeping {
  readonly handler: EventHandler;
}

/**
 * The effect of consecutive records, and the checkpoint behind them, in one transaction.
 *
 * @throws CheckpointMoved, the first poison's error, or whatever the handler throws
 */
export async function applyInTransaction(
  tx: Tx,
  consuming: Consuming,
  partition: TopicPartition,
  from: Checkpoint,
  entries: readonly Decoded[],
): Promise<Checkpoint> {
  const { group, handler } = consuming;
  const { stoodStill } = await lockCheckpoint(tx, group, partition, from);
  const concerned = entries.filter((entry) => entry.kind !== 'passed');
  if (concerned.length > 0) {
    const records = concerned.map(({ record }) => record);
    const held = await heldBack(tx, group, records);
    await park(tx, consuming, records.filter(held));
    const received: ReceivedEvent[] = [];
    for (const entry of concerned) {
      if (held(entry.record)) continue;
      if (entry.kind === 'poison') throw entry.error;
      received.push(entry);
    }
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
