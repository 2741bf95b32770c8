import type { DataSource } from 'typeorm';
import { toBinary } from '#contracts/cloud-events.js';
import type { EventEnvelope } from '#contracts/envelope.js';
import { isEventType } from '#contracts/events.js';
import { uuidv7 } from '#kernel/uuid.js';
import { createDataSource } from '#platform/database/database.js';
import { PLATFORM_SCHEMA } from '#platform/database/platform-schema.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { Vault } from '#platform/database/vault.js';
import type { EventHandler } from '#platform/consuming/apply.js';
import { CheckpointedConsumer } from '#platform/consuming/checkpointed-consumer.js';
import type { ReceivedEvent } from '#platform/consuming/decode.js';
import type { ConsumerObserver } from '#platform/consuming/observer.js';
import { createEventLog } from '#event-log/create-event-log.js';
import type { EventLog, LogRecord, TopicPartition } from '#event-log/log/event-log.js';
import { KEPT_EVENTS } from '#platform/consuming/kept-events.migration.js';
import { MESSAGING_SCHEMA } from '#platform/consuming/schema.js';
import { SEALED_LETTERS } from '#platform/consuming/sealed-letters.migration.js';
import { STANDSTILL } from '#platform/consuming/standstill.migration.js';
import { TEST_KEY } from '#platform/testing/service.js';
import { testDatabase } from '#platform/testing/postgres.js';
import { testBroker } from './kafka-broker.js';
import { newGroup, newTopic } from './samples.js';

export const TOPIC = 'serap.producers.v1';
const TYPE = 'serap.certificate.verified.v1';

/** Version `sequence` of a certificate, valid unless `changes` say otherwise. */
export function certificate(id: string, sequence: number, changes: Partial<EventEnvelope> = {}): EventEnvelope {
  return {
    id: uuidv7(),
    source: '/serap/producer-registry',
    type: TYPE,
    subject: `certificate:${id}`,
    sequence,
    time: '2026-02-01T00:00:00.000Z',
    key: '33.02',
    correlationId: 'call-1',
    principal: 'officer-1',
    data: { certificateId: id, producerId: 'p1', origin: '33.02', kind: 'HALAL' },
    ...changes,
  };
}

export const toRecord = (event: EventEnvelope, topic = TOPIC): LogRecord => ({
  topic,
  key: event.key,
  eventId: event.id,
  ...toBinary(event),
});

/** Bytes that are no event, though their headers name a subject. */
export const malformed = (id: string, sequence: number, body = 'not JSON'): LogRecord => ({
  ...toRecord(certificate(id, sequence)),
  body: Buffer.from(body),
});

export class Recorder implements ConsumerObserver {
  readonly unknown: string[] = [];
  readonly dead: string[] = [];
  readonly waits: unknown[] = [];
  readonly stops: unknown[] = [];
  readonly resumed: TopicPartition[] = [];
  handledCount = 0;
  appliedLater = 0;
  handled(_: TopicPartition, count: number): void {
    this.handledCount += count;
  }
  unknownType(type: string): void {
    this.unknown.push(type);
  }
  keptApplied(_: TopicPartition, count: number): void {
    this.appliedLater += count;
  }
  deadLettered(_: TopicPartition, code: string): void {
    this.dead.push(code);
  }
  waiting(_: TopicPartition, error: unknown): void {
    this.waits.push(error);
  }
  stopped(_: TopicPartition, reason: unknown): void {
    this.stops.push(reason);
  }
  wentOn(partition: TopicPartition): void {
    this.resumed.push(partition);
  }
  joined(): void {
    // Said again and again.
  }
  notJoined(): void {
    // Of no interest here.
  }
  revoked(): void {
    // Nothing to keep.
  }
}

/** Writes a row for each event; a test may make it fail. */
class EffectWriter implements EventHandler {
  readonly batches: number[] = [];
  failing: (received: ReceivedEvent, tx: Tx) => Promise<void> | void = () => undefined;

  /** Types that the release that this plays does not know. */
  readonly unlisted = new Set<string>();
  readonly handled = new Set([TYPE]);

  handles(type: string): boolean {
    return this.handled.has(type);
  }

  lists(type: string): boolean {
    return isEventType(type) && !this.unlisted.has(type);
  }

  async handle(events: readonly ReceivedEvent[], tx: Tx): Promise<void> {
    this.batches.push(events.length);
    for (const received of events) {
      await tx.query('INSERT INTO effect (event_id, subject, sequence) VALUES ($1, $2, $3)', [
        received.event.id,
        received.event.subject,
        received.event.sequence,
      ]);
      await this.failing(received, tx);
    }
  }
}

interface TestLog {
  readonly log: EventLog;
  readonly close: () => Promise<void>;
}

const STAND_STILL = { firstMs: 200, mostMs: 400 };

async function postgresLog(): Promise<TestLog> {
  const { url, drop } = await testDatabase();
  const timing = { leaseMs: 3_000, pollMs: 200 };
  const log = await createEventLog({ kind: 'postgres', url, timing, standStill: STAND_STILL, partitions: 4 });
  return { log, close: () => log.close().then(drop) };
}

async function kafkaLog(): Promise<TestLog> {
  const broker = await testBroker();
  const log = await createEventLog({
    kind: 'kafka',
    brokers: [broker.bootstrap],
    clientId: 'consumer',
    standStill: STAND_STILL,
    sessionTimeoutMs: 6_000,
    partitions: 4,
  });
  return { log, close: () => log.close().then(broker.stop) };
}

/** A service that consumes: a database of its own, a log, a handler. */
export class ConsumingService {
  readonly handler = new EffectWriter();
  readonly observer = new Recorder();
  readonly group = newGroup();
  readonly vault = new Vault(TEST_KEY);
  readonly transactions: Transactions;

  private constructor(
    readonly dataSource: DataSource,
    readonly log: EventLog,
    readonly topic: string,
    private readonly drop: () => Promise<void>,
  ) {
    const options = { source: '/serap/test', now: () => new Date(), published: () => undefined };
    this.transactions = new Transactions(dataSource, options);
  }

  /** @param transactionLimitMs 5 s unless a test has no time to wait for it */
  static async start(transactionLimitMs?: number): Promise<ConsumingService> {
    return ConsumingService.on(await postgresLog(), TOPIC, transactionLimitMs);
  }

  /** On a broker that other tests use too, with a topic of its own. */
  static async startOnKafka(): Promise<ConsumingService> {
    return ConsumingService.on(await kafkaLog(), newTopic());
  }

  private static async on({ log, close }: TestLog, topic: string, transactionLimitMs?: number) {
    const own = await testDatabase();
    const dataSource = await createDataSource({
      url: own.url,
      migrations: [],
      transactionLimitMs,
    }).initialize();
    await dataSource.query(PLATFORM_SCHEMA);
    await dataSource.query(MESSAGING_SCHEMA);
    await dataSource.query(SEALED_LETTERS);
    await dataSource.query(STANDSTILL);
    await dataSource.query(KEPT_EVENTS);
    await dataSource.query(
      'CREATE TABLE effect (at int GENERATED ALWAYS AS IDENTITY, event_id text, subject text, sequence int CHECK (sequence < 1000))',
    );
    await log.createTopics([topic]);
    return new ConsumingService(dataSource, log, topic, async () => {
      await close();
      await dataSource.destroy();
      await own.drop();
    });
  }

  consumer(observer: ConsumerObserver = this.observer): CheckpointedConsumer {
    const { group, vault, log, transactions, handler } = this;
    return new CheckpointedConsumer({ group, vault, log, transactions, handler, observer });
  }

  subscribe() {
    return this.log.subscribe(this.group, [this.topic], this.consumer());
  }

  rows<Row = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.dataSource.query(sql, parameters);
  }

  /** `certificate:id/version` of each effect, in the order in which they were written. */
  async effects(): Promise<string[]> {
    const rows = await this.rows<{ subject: string; sequence: number }>(
      'SELECT subject, sequence FROM effect ORDER BY at',
    );
    return rows.map(({ subject, sequence }) => `${subject.replace('certificate:', '')}/${String(sequence)}`);
  }

  async reached(): Promise<bigint> {
    const [row] = await this.rows<{ sum: string }>('SELECT coalesce(sum(next_offset), 0) AS sum FROM checkpoint');
    return BigInt(row?.sum ?? 0);
  }

  stop(): Promise<void> {
    return this.drop();
  }
}
