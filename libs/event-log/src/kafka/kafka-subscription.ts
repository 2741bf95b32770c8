import { setTimeout as sleep } from 'node:timers/promises';
import type { Interest, PartitionConsumer, Subscription, TopicPartition } from '../log/event-log.js';
import { PartitionPump, type StandStill } from '../log/partition-pump.js';
import { BufferedSource } from './buffered-source.js';
import { type Consumer, createConsumer, type EachBatchPayload, type Kafka, onJoined, onLost } from './kafka-client.js';
import { toStored } from './kafka-record.js';

const RECONNECT_MS = 500;
const COMMIT_MS = 1_000;

interface Owned {
  readonly partition: TopicPartition;
  readonly source: BufferedSource;
  readonly pump: PartitionPump;
}

const keyOf = ({ topic, partition }: TopicPartition) => `${topic}/${String(partition)}`;

/** One member of a consumer group on Kafka. */
export class KafkaSubscription implements Subscription {
  private readonly owned = new Map<string, Owned>();
  private readonly leaving = new Map<string, Promise<void>>();
  private consumer: Consumer | undefined;
  private readonly closing = new AbortController();
  private readonly loop: Promise<void>;
  private readonly commitTimer: NodeJS.Timeout;

  constructor(
    private readonly kafka: Kafka,
    private readonly interest: Interest,
    private readonly partitions: PartitionConsumer,
    private readonly timing: { readonly sessionTimeoutMs?: number; readonly standStill?: StandStill },
  ) {
    this.loop = this.keepJoined();
    this.commitTimer = setInterval(() => void this.commit(), COMMIT_MS);
  }

  async close(): Promise<void> {
    clearInterval(this.commitTimer);
    this.closing.abort();
    await this.loop;
    await this.leaveAll();
  }

  private isClosed(): boolean {
    return this.closing.signal.aborted;
  }

  /** Runs one consumer after another: the client gives up on some failures, a subscription never does. */
  private async keepJoined(): Promise<void> {
    while (!this.isClosed()) {
      const consumer = createConsumer(this.kafka, this.interest.group, this.timing.sessionTimeoutMs);
      const lost = new Promise<void>((resolve) => {
        onLost(consumer, (error) => {
          this.partitions.notJoined?.(error);
          resolve();
        });
        this.closing.signal.addEventListener('abort', () => {
          resolve();
        });
      });
      onJoined(consumer, (assignment) => {
        if (!this.isClosed()) this.joined(consumer, assignment);
      });
      try {
        await consumer.connect();
        await consumer.subscribe({ topics: [...this.interest.topics], fromBeginning: true });
        this.consumer = consumer;
        await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch: (batch) => this.add(batch) });
        await lost;
      } catch (error) {
        // The broker is away or a topic is missing: tried again below.
        if (!this.isClosed()) this.partitions.notJoined?.(error);
      }
      if (this.isClosed()) await this.leaveAll().then(() => this.commit());
      this.consumer = undefined;
      await consumer.disconnect().catch(() => undefined);
      await sleep(RECONNECT_MS, undefined, { signal: this.closing.signal }).catch(() => undefined);
    }
  }

  /**
   * Every partition is taken as new, also one that was held before: between two joins another member may have had it,
   * and the client's own position goes back to the last commit.
   */
  private joined(consumer: Consumer, assignment: Record<string, number[]>): void {
    void this.leaveAll();
    for (const [topic, partitions] of Object.entries(assignment)) {
      if (partitions.length > 0) consumer.pause([{ topic, partitions }]);
      for (const partition of partitions) this.own(consumer, { topic, partition });
    }
    this.partitions.joined?.();
  }

  private own(consumer: Consumer, partition: TopicPartition): void {
    const key = keyOf(partition);
    const pausable = [{ topic: partition.topic, partitions: [partition.partition] }];
    const source = new BufferedSource(partition, {
      seek: (offset) => {
        consumer.seek({ ...partition, offset: offset.toString() });
      },
      pause: () => {
        consumer.pause(pausable);
      },
      resume: () => {
        consumer.resume(pausable);
      },
    });
    const pump = new PartitionPump(partition, source, this.partitions, {
      after: this.leaving.get(key),
      standStill: this.timing.standStill,
    });
    this.owned.set(key, { partition, source, pump });
  }

  private async leaveAll(): Promise<void> {
    for (const [key, { source, pump }] of this.owned) {
      source.detach();
      const left = pump.close().finally(() => {
        if (this.leaving.get(key) === left) this.leaving.delete(key);
      });
      this.leaving.set(key, left);
      this.finished.set(key, pump);
    }
    this.owned.clear();
    await Promise.all(this.leaving.values());
  }

  /** Pumps of the last assignment, for the last commit after they have finished. */
  private readonly finished = new Map<string, PartitionPump>();

  private add(fetched: EachBatchPayload): Promise<void> {
    const { batch } = fetched;
    const owned = this.owned.get(keyOf(batch));
    // A seek is under way, so this was fetched from a place that nobody wants.
    if (owned === undefined || fetched.isStale()) return Promise.resolve();
    const records = batch.messages.map((message) => toStored(owned.partition, message));
    owned.source.add(records, BigInt(batch.lastOffset()) + 1n, BigInt(batch.highWatermark));
    fetched.resolveOffset(batch.lastOffset());
    owned.pump.wake();
    return Promise.resolve();
  }

  /** A hint for people and tools that look at the group; consumers start at their own checkpoint. */
  private async commit(): Promise<void> {
    const pumps: [string, PartitionPump][] = [...this.owned].map(([key, { pump }]) => [key, pump]);
    const offsets = [...this.finished, ...pumps].flatMap(([key, { position }]) => {
      const at = key.lastIndexOf('/');
      const place = { topic: key.slice(0, at), partition: Number(key.slice(at + 1)) };
      return position === undefined ? [] : [{ ...place, offset: position.toString() }];
    });
    this.finished.clear();
    if (offsets.length > 0) await this.consumer?.commitOffsets(offsets).catch(() => undefined);
  }
}
