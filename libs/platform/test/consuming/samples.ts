import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { uuidv7 } from '#kernel/uuid.js';
import type {
  LogRecord,
  PartitionConsumer,
  RecordBatch,
  StoredRecord,
  TopicPartition,
} from '#event-log/log/event-log.js';

/** A topic of its own for a test, so that tests share a log without meeting. */
export const newTopic = () => `t.${randomUUID()}`;
export const newGroup = () => `g.${randomUUID()}`;

export function record(topic: string, key: string, body = 'x', eventId = uuidv7()): LogRecord {
  return { topic, key, eventId, headers: { 'content-type': 'text/plain', ce_id: eventId }, body: Buffer.from(body) };
}

export const text = (stored: StoredRecord) => Buffer.from(stored.body).toString();

/** Waits until `condition` holds; a test that waits in vain fails with what it waited for. */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  limitMs = 60_000,
): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await sleep(5);
  }
}

/** A consumer that keeps its effects and its checkpoints in memory, shared by the members of a group like a database. */
export class MemoryGroup {
  readonly effects: StoredRecord[] = [];
  readonly checkpoints = new Map<string, bigint>();
  readonly batches: RecordBatch[] = [];

  /** @param before called ahead of the effect, to fail or to wait */
  member(before: (batch: RecordBatch) => Promise<void> | void = () => undefined) {
    const owned = new Set<string>();
    const nameOf = ({ topic, partition }: TopicPartition) => `${topic}/${String(partition)}`;
    const consumer: PartitionConsumer = {
      assigned: (partition) => {
        owned.add(nameOf(partition));
        return Promise.resolve(this.checkpoints.get(nameOf(partition)) ?? 0n);
      },
      handle: async (batch) => {
        this.batches.push(batch);
        await before(batch);
        const from = this.checkpoints.get(nameOf(batch)) ?? 0n;
        const fresh = batch.records.filter(({ offset }) => offset >= from);
        const next = (batch.records.at(-1)?.offset ?? 0n) + 1n;
        this.effects.push(...fresh);
        if (next > from) this.checkpoints.set(nameOf(batch), next);
        return next;
      },
      revoked: (partition) => owned.delete(nameOf(partition)),
    };
    return { owned, consumer };
  }

  texts(): string[] {
    return this.effects.map(text);
  }
}
