import type { Transactions } from '../database/transactions.js';
import {
  type EventLog,
  type PartitionConsumer,
  type RecordBatch,
  StopPartition,
  type StoredRecord,
  type TopicPartition,
} from '#event-log/log/event-log.js';
import { applyInTransaction, type Consuming } from './apply.js';
import { applyKept } from './apply-kept.js';
import type { Checkpoint } from './checkpoint.js';
import { after, CheckpointMoved, lockCheckpoint, moveCheckpoint, openCheckpoint } from './checkpoint.js';
import { BatchLimits } from './batch-limits.js';
import { moveToDeadLetters } from './dead-letters.js';
import { decode, listedTypes, type Decoded } from './decode.js';
import { sortFailure } from './failure.js';
import { placesOfKept } from './kept-events.js';
import { Limiter } from './limiter.js';
import type { ConsumerObserver } from './observer.js';
import { goOn, standStill } from './standstill.js';
import { storable } from './storable.js';

export interface ConsumerOptions extends Consuming {
  readonly log: EventLog;
  readonly transactions: Transactions;
  readonly observer: ConsumerObserver;
  /** Batches handled at a time, so that consuming leaves connections for requests; 4 unless said otherwise. */
  readonly concurrency?: number;
}

/** The log does not have what was handled, or not what comes next: going on would lose events. */
class LogChanged extends Error {
  override readonly name = 'LogChanged';
}

const keyOf = ({ topic, partition }: TopicPartition) => `${topic}/${String(partition)}`;

/**
 * Handles each event exactly once in effect: its effect and the checkpoint behind it commit together, in the
 * consumer's own database. Source: docs/architecture.md, "Exactly once in effect".
 */
export class CheckpointedConsumer implements PartitionConsumer {
  private readonly reached = new Map<string, Checkpoint>();
  private readonly limits = new BatchLimits();
  /** Partitions that stand still in this process. */
  private readonly still = new Set<string>();
  /** Partitions in which an earlier release may have kept events since this one last looked. */
  private readonly unlooked = new Set<string>();
  private readonly limiter: Limiter;

  constructor(private readonly options: ConsumerOptions) {
    this.limiter = new Limiter(options.concurrency ?? 4);
  }

  joined(): void {
    this.options.observer.joined();
  }

  notJoined(error: unknown): void {
    this.options.observer.notJoined(error);
  }

  /** Goes on behind the checkpoint, provided that the log still has the very event that was handled last. */
  assigned(partition: TopicPartition): Promise<bigint> {
    return this.guard(partition, async () => {
      // Dozens of partitions are assigned at once; whoever calls meanwhile must find a connection too.
      const checkpoint = await this.limiter.run(() => this.load(partition));
      if (checkpoint.nextOffset > 0n) {
        const last = checkpoint.nextOffset - 1n;
        const [record] = await this.options.log.read(partition, last, 1);
        if (record?.offset !== last || storable(record.eventId) !== checkpoint.lastEventId) {
          throw new LogChanged(`the log has another event at offset ${String(last)} than the one handled`);
        }
      }
      this.reached.set(keyOf(partition), checkpoint);
      this.unlooked.add(keyOf(partition));
      await this.limiter.run(() => this.applyKept(partition));
      if (checkpoint.stoodStill) await this.goOnIfDone(partition, checkpoint);
      return checkpoint.nextOffset;
    });
  }

  revoked(partition: TopicPartition): void {
    this.reached.delete(keyOf(partition));
    this.still.delete(keyOf(partition));
    this.options.observer.revoked(partition);
  }

  handle(batch: RecordBatch): Promise<bigint> {
    return this.limiter.run(() =>
      this.guard(batch, async () => {
        await this.applyKept(batch);
        const from = this.at(batch);
        const records = (await this.unhandled(batch, from)).slice(0, this.limits.of(keyOf(batch)));
        if (records.length === 0) return from.nextOffset;
        const entries = records.map((record) => decode(record, this.options.handler));
        await this.applyTogether(batch, entries);
        this.wentOn(batch);
        this.report(batch, entries);
        return this.at(batch).nextOffset;
      }),
    );
  }

  /**
   * Handles what another replica has kept in partitions of this one since it last looked. It may run beside `handle`: each
   * of its transactions holds the lock of the partition's checkpoint. What fails is left to the next batch, or the next look.
   */
  async lookForKept(): Promise<void> {
    const { group, handler, observer, transactions } = this.options;
    if (this.reached.size === 0) return;
    const places = await transactions.run((tx) => placesOfKept(tx, group, listedTypes(handler)));
    for (const place of places.filter((one) => this.reached.has(keyOf(one)) && !this.still.has(keyOf(one)))) {
      this.unlooked.add(keyOf(place));
      await this.limiter
        .run(() => this.applyKept(place))
        .catch((error: unknown) => {
          observer.waiting(place, error);
        });
    }
  }

  /** Tells outages, which are waited out, from everything else; a checkpoint moved by another member is taken over. */
  private async guard(partition: TopicPartition, work: () => Promise<bigint>): Promise<bigint> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof CheckpointMoved) {
        this.reached.set(keyOf(partition), await this.load(partition));
        this.unlooked.add(keyOf(partition));
      } else if (sortFailure(error) !== 'outage') {
        await this.stop(partition, error);
      }
      this.options.observer.waiting(partition, error);
      throw error;
    }
  }

  private async applyKept(partition: TopicPartition): Promise<void> {
    if (!this.unlooked.has(keyOf(partition))) return;
    const applied = await applyKept(this.options, partition, this.at(partition));
    this.unlooked.delete(keyOf(partition));
    if (applied > 0) this.options.observer.keptApplied(partition, applied);
  }

  private load(partition: TopicPartition): ReturnType<typeof openCheckpoint> {
    return this.options.transactions.run((tx) => openCheckpoint(tx, this.options.group, partition));
  }

  private at(partition: TopicPartition): Checkpoint {
    const checkpoint = this.reached.get(keyOf(partition));
    if (!checkpoint) throw new Error(`${keyOf(partition)} is not assigned`);
    return checkpoint;
  }

  /** The records behind the checkpoint; what lies before it was delivered again, and must be what was handled. */
  private async unhandled(batch: RecordBatch, from: Checkpoint): Promise<readonly StoredRecord[]> {
    const before = batch.records.find((record) => record.offset === from.nextOffset - 1n);
    if (before && storable(before.eventId) !== from.lastEventId) {
      throw new LogChanged(`the log was rewritten before offset ${String(from.nextOffset)}`);
    }
    const records = batch.records.filter((record) => record.offset >= from.nextOffset);
    const [first] = records;
    if (first && first.offset > from.nextOffset) {
      // Markers of a partner's Kafka transactions take offsets too; what was pruned is out of range and stops us.
      const [next] = await this.options.log.read(batch, from.nextOffset, 1);
      if (next?.offset !== first.offset) throw new LogChanged(`records before ${String(first.offset)} are missing`);
    }
    return records;
  }

  private async applyTogether(partition: TopicPartition, entries: readonly Decoded[]): Promise<void> {
    if (entries.length > 1) {
      try {
        await this.apply(partition, entries);
        this.limits.worked(keyOf(partition));
        return;
      } catch (error) {
        const outage = sortFailure(error) === 'outage';
        if (outage) this.limits.failed(keyOf(partition), entries.length, error);
        if (outage || error instanceof CheckpointMoved) throw error;
        // Something in it does not work: one at a time shows which, and what comes before it is not held up.
      }
    }
    for (const entry of entries) await this.applyAlone(partition, entry);
    this.limits.worked(keyOf(partition));
  }

  private async applyAlone(partition: TopicPartition, entry: Decoded): Promise<void> {
    try {
      await this.apply(partition, [entry]);
    } catch (error) {
      if (error instanceof CheckpointMoved || sortFailure(error) !== 'poison') throw error;
      await this.skip(partition, entry.record, error);
    }
  }

  private async apply(partition: TopicPartition, entries: readonly Decoded[]): Promise<void> {
    const { transactions } = this.options;
    const from = this.at(partition);
    const to = await transactions.run((tx) => applyInTransaction(tx, this.options, { partition, from }, entries));
    this.reached.set(keyOf(partition), to);
  }

  /** A fresh transaction: the failed one is gone with everything in it. */
  private async skip(partition: TopicPartition, record: StoredRecord, error: unknown): Promise<void> {
    const { group, observer, transactions } = this.options;
    const from = this.at(partition);
    const code = await transactions.run(async (tx) => {
      const { stoodStill } = await lockCheckpoint(tx, group, partition, from);
      const buriedAs = await moveToDeadLetters(tx, this.options, record, error);
      if (stoodStill) await goOn(tx, group, partition);
      await moveCheckpoint(tx, group, partition, after(record));
      return buriedAs;
    });
    this.reached.set(keyOf(partition), after(record));
    observer.deadLettered(partition, code);
  }

  private report(partition: TopicPartition, entries: readonly Decoded[]): void {
    const { observer } = this.options;
    observer.handled(partition, entries.length);
    for (const entry of entries) {
      if (entry.kind === 'unlisted') observer.unknownType(entry.type);
    }
  }

  private async stop(partition: TopicPartition, reason: unknown): Promise<never> {
    const { group, observer, transactions } = this.options;
    this.still.add(keyOf(partition));
    observer.stopped(partition, reason);
    // What cannot be written down now is at the next try.
    await transactions.run((tx) => standStill(tx, group, partition, reason)).catch(() => undefined);
    throw new StopPartition(`${keyOf(partition)} stands still`, { cause: reason });
  }

  /** What stood still for the log's sake goes on with its next event; where there is none yet, it is told now. */
  private async goOnIfDone(partition: TopicPartition, { nextOffset }: Checkpoint): Promise<void> {
    const { group, log, transactions } = this.options;
    if ((await log.read(partition, nextOffset, 1)).length > 0) return;
    await transactions.run((tx) => goOn(tx, group, partition));
    this.wentOn(partition);
  }

  private wentOn(partition: TopicPartition): void {
    if (this.still.delete(keyOf(partition))) this.options.observer.wentOn(partition);
  }
}
