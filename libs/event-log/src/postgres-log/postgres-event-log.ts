import type { Pool } from 'pg';
import { parseDatabaseAddress } from '#postgres/address.js';
import { createPool, type SessionOptions } from '#postgres/connection.js';
import { fitting } from '../log/batch-bytes.js';
import {
  type EventLog,
  type LogRecord,
  OffsetOutOfRange,
  PARTITIONS,
  type PartitionConsumer,
  type StoredRecord,
  type Subscription,
  type TopicPartition,
  type TopicTrouble,
} from '../log/event-log.js';
import type { StandStill } from '../log/partition-pump.js';
import { partitionOf } from '../log/partitioner.js';
import { LogListener } from './log-listener.js';
import { PostgresSubscription, type SubscriptionTiming } from './postgres-subscription.js';
import { installLog } from './schema.js';
import { readRecords } from './table-source.js';

/** Records in one appending transaction. */
const APPEND = 1_000;
/** An append waits for those before it, which on a busy machine takes longer than a service's own transactions may. */
const APPEND_LIMIT_MS = 15_000;
const CONNECTIONS = 6;
const TIMING: SubscriptionTiming = { leaseMs: 5_000, pollMs: 1_000 };

export interface PostgresEventLogOptions {
  /** Of a database of its own, `serap_log`. */
  readonly url: string;
  /** Of new topics; 12 unless a test says otherwise. */
  readonly partitions?: number;
  readonly timing?: SubscriptionTiming;
  readonly standStill?: StandStill;
  /** See SessionOptions. */
  readonly silenceMs?: number;
}

/** The event log in PostgreSQL: for the embedded run, where a newcomer has Node alone. */
export class PostgresEventLog implements EventLog {
  private readonly pool: Pool;
  private readonly listener: LogListener;
  private readonly subscriptions = new Set<Subscription>();
  private readonly partitionCounts = new Map<string, number>();

  constructor(private readonly options: PostgresEventLogOptions) {
    const session: SessionOptions = {
      address: parseDatabaseAddress(options.url),
      transactionLimitMs: APPEND_LIMIT_MS,
      silenceMs: options.silenceMs,
    };
    this.pool = createPool(session, CONNECTIONS);
    this.listener = new LogListener(session);
  }

  /** What is wrong with its database is waited out like an outage, and told as one. */
  refusal(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  async createTopics(topics: readonly string[]): Promise<void> {
    await installLog(this.pool);
    await this.pool.query(
      `INSERT INTO log_partition (topic, partition)
       SELECT topic, partition FROM unnest($1::text[]) AS t(topic), generate_series(0, $2::integer - 1) AS partition
       WHERE NOT EXISTS (SELECT 1 FROM log_partition p WHERE p.topic = t.topic)
       ON CONFLICT DO NOTHING`,
      [topics, this.options.partitions ?? PARTITIONS],
    );
  }

  /** Its topics have no settings, and nobody but `createTopics` makes them. */
  topicTroubles(): Promise<readonly TopicTrouble[]> {
    return Promise.resolve([]);
  }

  async publish(records: readonly LogRecord[]): Promise<void> {
    for (let at = 0; at < records.length;) {
      const batch = fitting(records.slice(at, at + APPEND));
      await this.append(batch);
      at += batch.length;
    }
  }

  subscribe(group: string, topics: readonly string[], consumer: PartitionConsumer): Promise<Subscription> {
    const subscription = new PostgresSubscription(
      { pool: this.pool, listener: this.listener },
      { group, topics },
      consumer,
      {
        ...TIMING,
        ...this.options.timing,
        standStill: this.options.standStill,
      },
    );
    this.subscriptions.add(subscription);
    return Promise.resolve({
      close: async () => {
        this.subscriptions.delete(subscription);
        await subscription.close();
      },
    });
  }

  async endOffsets(topic: string): Promise<ReadonlyMap<number, bigint>> {
    const { rows } = await this.pool.query<{ partition: number; next_offset: string }>(
      'SELECT partition, next_offset FROM log_partition WHERE topic = $1 ORDER BY partition',
      [topic],
    );
    return new Map(rows.map((row) => [row.partition, BigInt(row.next_offset)]));
  }

  async read(partition: TopicPartition, from: bigint, limit: number): Promise<readonly StoredRecord[]> {
    const records: StoredRecord[] = [];
    while (records.length < limit) {
      const next = from + BigInt(records.length);
      const more = await readRecords(this.pool, partition, next, limit - records.length);
      if (more.length === 0) break;
      records.push(...more);
    }
    if (records[0]?.offset === from) return records;
    const { rows } = await this.pool.query<{ inside: boolean }>(
      'SELECT $3 BETWEEN first_offset AND next_offset AS inside FROM log_partition WHERE topic = $1 AND partition = $2',
      [partition.topic, partition.partition, from.toString()],
    );
    if (rows[0]?.inside) return records;
    throw new OffsetOutOfRange(`${partition.topic}/${String(partition.partition)} has no offset ${String(from)}`);
  }

  async close(): Promise<void> {
    await Promise.all([...this.subscriptions].map((subscription) => subscription.close()));
    await this.listener.close();
    await this.pool.end();
  }

  private async append(records: readonly LogRecord[]): Promise<void> {
    const partitions: number[] = [];
    for (const { topic, key } of records) partitions.push(partitionOf(key, await this.partitionsOf(topic)));
    await this.pool.query({
      name: 'log-append',
      text: 'SELECT log_append($1, $2, $3, $4, $5, $6)',
      values: [
        records.map((record) => record.topic),
        partitions,
        records.map((record) => record.eventId),
        records.map((record) => record.key),
        records.map((record) => JSON.stringify(record.headers)),
        records.map(({ body }) => Buffer.from(body.buffer, body.byteOffset, body.byteLength)),
      ],
    });
  }

  private async partitionsOf(topic: string): Promise<number> {
    let count = this.partitionCounts.get(topic);
    if (count === undefined) {
      count = (await this.endOffsets(topic)).size;
      if (count === 0) throw new Error(`topic ${topic} is missing`);
      this.partitionCounts.set(topic, count);
    }
    return count;
  }
}
