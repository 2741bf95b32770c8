import { setTimeout as sleep } from 'node:timers/promises';
import {
  type EventLog,
  type LogRecord,
  PARTITIONS,
  type PartitionConsumer,
  type StoredRecord,
  type Subscription,
  type TopicPartition,
  type TopicTrouble,
} from '../log/event-log.js';
import { connectKafka, refusalOf, type Admin, type Kafka, type KafkaOptions } from './kafka-client.js';
import { KafkaPublisher } from './kafka-publisher.js';
import { KafkaSubscription } from './kafka-subscription.js';
import { PartitionReader } from './partition-reader.js';
import { TOPIC_SETTINGS, topicTroubles } from './topic-settings.js';

const ADMIN_PATIENCE_MS = 10_000;

/** The event log in Kafka, against brokers of the 4.x line (docs/decisions/0001-kafkajs-against-kafka-4.md). */
export class KafkaEventLog implements EventLog {
  private readonly kafka: Kafka;
  private readonly publisher: KafkaPublisher;
  private readonly reader: PartitionReader;
  private readonly subscriptions = new Set<Subscription>();
  private admin: Promise<Admin> | undefined;

  constructor(private readonly options: KafkaOptions) {
    this.kafka = connectKafka(options);
    this.publisher = new KafkaPublisher(this.kafka);
    this.reader = new PartitionReader(this.kafka);
  }

  async refusal(): Promise<string | undefined> {
    const admin = this.kafka.admin({ retry: { retries: 0 } });
    try {
      await admin.connect();
      return undefined;
    } catch (error) {
      return refusalOf(error);
    } finally {
      await admin.disconnect().catch(() => undefined);
    }
  }

  createTopics(topics: readonly string[]): Promise<void> {
    const numPartitions = this.options.partitions ?? PARTITIONS;
    return this.asAdmin(async (admin) => {
      const there = new Set(await admin.listTopics());
      const missing = topics.filter((topic) => !there.has(topic));
      if (missing.length === 0) return;
      const configEntries = TOPIC_SETTINGS.map(({ name, value }) => ({ name, value }));
      await admin
        .createTopics({
          topics: missing.map((topic) => ({ topic, numPartitions, configEntries })),
          waitForLeaders: true,
        })
        .catch((error: unknown) => {
          // Services that start together create the same topics; whoever comes second finds them made.
          if (!(error as Error).message.includes('already exists')) throw error;
        });
    });
  }

  topicTroubles(topics: readonly string[]): Promise<readonly TopicTrouble[]> {
    const { brokers, partitions } = this.options;
    return this.asAdmin((admin) => topicTroubles(admin, topics, brokers.join(','), partitions));
  }

  publish(records: readonly LogRecord[]): Promise<void> {
    return this.publisher.publish(records);
  }

  subscribe(group: string, topics: readonly string[], consumer: PartitionConsumer): Promise<Subscription> {
    const subscription = new KafkaSubscription(this.kafka, { group, topics }, consumer, this.options);
    this.subscriptions.add(subscription);
    return Promise.resolve({
      close: async () => {
        this.subscriptions.delete(subscription);
        await subscription.close();
      },
    });
  }

  async endOffsets(topic: string): Promise<ReadonlyMap<number, bigint>> {
    const offsets = await this.asAdmin((admin) => admin.fetchTopicOffsets(topic));
    const ends = offsets.map(({ partition, high }): [number, bigint] => [partition, BigInt(high)]);
    return new Map(ends.sort(([a], [b]) => a - b));
  }

  async read(partition: TopicPartition, from: bigint, limit: number): Promise<readonly StoredRecord[]> {
    const records: StoredRecord[] = [];
    let next = from;
    while (records.length < limit) {
      const more = await this.reader.read(partition, next, limit - records.length);
      if (more.length === 0) break;
      records.push(...more);
      next = (more.at(-1)?.offset ?? next) + 1n;
    }
    return records;
  }

  async close(): Promise<void> {
    await Promise.all([...this.subscriptions].map((subscription) => subscription.close()));
    await this.publisher.close();
    await this.reader.close();
    await this.admin?.then((admin) => admin.disconnect()).catch(() => undefined);
  }

  /** A topic that was just made, or a broker that just came back, has no leader for a moment: that is waited out. */
  private async asAdmin<T>(work: (admin: Admin) => Promise<T>): Promise<T> {
    const deadline = Date.now() + ADMIN_PATIENCE_MS;
    for (;;) {
      this.admin ??= this.connectAdmin();
      try {
        return await work(await this.admin);
      } catch (error) {
        const old = this.admin;
        this.admin = undefined;
        void old.then((admin) => admin.disconnect()).catch(() => undefined);
        const { retriable } = error as { retriable?: boolean };
        if (retriable !== true || Date.now() > deadline) throw error;
        await sleep(100);
      }
    }
  }

  private async connectAdmin(): Promise<Admin> {
    const admin = this.kafka.admin();
    await admin.connect();
    return admin;
  }
}
