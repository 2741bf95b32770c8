/** Number of partitions of every topic (docs/rules.md). */
export const PARTITIONS = 12;

/** One record as a producer hands it over: CloudEvents binary mode, attributes in `ce_*` headers. */
export interface LogRecord {
  readonly topic: string;
  readonly key: string;
  /** CloudEvents `id`; empty on a record that came without one. */
  readonly eventId: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** One record as it lies in the log. */
export interface StoredRecord extends LogRecord {
  readonly partition: number;
  readonly offset: bigint;
}

/** One partition of one topic. */
export interface TopicPartition {
  readonly topic: string;
  readonly partition: number;
}

/** Consecutive records of one partition, oldest first, never empty. */
export interface RecordBatch extends TopicPartition {
  readonly records: readonly StoredRecord[];
  /** The offset that the next record appended to this partition will get, as known when the batch was read. */
  readonly endOffset: bigint;
}

/** Something about a topic that makes it lose events, or refuse them. */
export interface TopicTrouble {
  readonly topic: string;
  /** What was found, and what is needed. */
  readonly wrong: string;
  /** What an administrator does about it, with the command. */
  readonly mend: string;
}

/** Thrown by a consumer: this partition stands still. After a pause that grows each time the consumer is asked anew where to start. */
export class StopPartition extends Error {
  override readonly name = 'StopPartition';
}

/** A reader wants records that the log no longer has, or does not have yet. */
export class OffsetOutOfRange extends Error {
  override readonly name = 'OffsetOutOfRange';
}

/** The log cannot be reached, or not all of it, for now. */
export class LogUnavailable extends Error {
  override readonly name = 'LogUnavailable';
}

/** One record is larger than the log takes: it cannot be published, nor what comes after it, until the log takes more. */
export class RecordTooLarge extends Error {
  override readonly name = 'RecordTooLarge';
}

/** What a subscriber does with its partitions. Calls for one partition never overlap. */
export interface PartitionConsumer {
  /**
   * This member now owns the partition.
   * @returns the offset of the first record wanted: the consumer's own checkpoint decides, the log's commit is a hint
   * @throws StopPartition when it must not be read now; it is asked again after a pause, a short one after any other error
   */
  assigned(partition: TopicPartition): Promise<bigint>;
  /**
   * Handles a batch; resolves once its effect is durable.
   * @returns the offset wanted next (normally last + 1; lower after a partial effect)
   * @throws StopPartition when the partition must not go on for now; after any other error the same records are delivered
   *   again after a short pause. Nothing is skipped either way
   */
  handle(batch: RecordBatch): Promise<bigint>;
  /** This member no longer owns the partition; work under way may finish, its checkpoint decides. */
  revoked(partition: TopicPartition): void;
  /** The member is in its group, and has what partitions fall to it; said again after each new division of them. */
  joined?(): void;
  /** It is not: the log is away or refuses it, or a topic is missing. Said of every try that failed; it keeps trying. */
  notJoined?(error: unknown): void;
}

/** What a member of a group hears. */
export interface Interest {
  readonly group: string;
  readonly topics: readonly string[];
}

export interface Subscription {
  /** Finishes the batch under way, leaves the group. */
  close(): Promise<void>;
}

/**
 * The event log: ordered per key, kept, replayable. Two adapters, one contract (event-log.contract.ts).
 */
export interface EventLog {
  /** @returns why the log does not let us in (a password, a certificate), which no waiting mends; undefined: it does, or is away */
  refusal(): Promise<string | undefined>;
  /** Creates what is missing; an existing topic stays as it is. */
  createTopics(topics: readonly string[]): Promise<void>;
  /** What of topics, which all exist, is not as the log needs it; it alters nothing. */
  topicTroubles(topics: readonly string[]): Promise<readonly TopicTrouble[]>;
  /**
   * Appends in the given order, per key; resolves when every record is durable.
   *
   * After a failure the same records are published again. The PostgreSQL log then appends an eventId once; Kafka may
   * hold it twice (its idempotent producer recognises its own retries only), which consumers pass over by version.
   *
   * @throws RecordTooLarge for a record that the log will not take, once those before it are durable
   */
  publish(records: readonly LogRecord[]): Promise<void>;
  /**
   * Joins `group`: each partition of the topics goes to one live member. Resolves at once; with the log down, or a
   * topic missing, it keeps trying, so that a service starts without its log.
   */
  subscribe(group: string, topics: readonly string[], consumer: PartitionConsumer): Promise<Subscription>;
  /** Offsets that the next records will get, by partition. */
  endOffsets(topic: string): Promise<ReadonlyMap<number, bigint>>;
  /**
   * Reads one partition without a group, from `from` up to `limit` records; fewer when its end is reached.
   * @throws OffsetOutOfRange when `from` was pruned or lies beyond the end; anything else is an outage
   */
  read(partition: TopicPartition, from: bigint, limit: number): Promise<readonly StoredRecord[]>;
  close(): Promise<void>;
}

/** Injection token of the event log. */
export const EVENT_LOG = Symbol('EventLog');
