import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database/database.js';
import { PLATFORM_SCHEMA } from '#platform/database/platform-schema.js';
import { Relay } from '#platform/database/relay.js';
import { createEventLog } from '#event-log/create-event-log.js';
import { type EventLog, RecordTooLarge, type StoredRecord } from '#event-log/log/event-log.js';
import { partitionOf } from '#event-log/log/partitioner.js';
import { testDatabase } from '#platform/testing/postgres.js';
import { describeKafka, ownBroker } from './kafka-broker.js';
import { newTopic, until } from './samples.js';

const KEY = '33.02';

describeKafka('an outbox that has filled up before Kafka', () => {
  let broker: Awaited<ReturnType<typeof ownBroker>>;
  let log: EventLog;
  let database: { url: string; drop: () => Promise<void> };
  let dataSource: DataSource;
  beforeAll(async () => {
    broker = await ownBroker();
    log = await createEventLog({ kind: 'kafka', brokers: [broker.bootstrap], clientId: 'backlog' });
    database = await testDatabase();
    dataSource = await createDataSource({ url: database.url, migrations: [] }).initialize();
    await dataSource.query(PLATFORM_SCHEMA);
  });
  afterAll(async () => {
    await log.close();
    await broker.stop();
    await dataSource.destroy();
    await database.drop();
  });

  /** One transaction's events of one key, each with a text of so many characters, numbered in the order of writing. */
  const write = (topic: string, count: number, characters: number) =>
    dataSource.query(
      `INSERT INTO outbox (event_id, topic, key, headers, body)
       SELECT gen_random_uuid(), $1, $2, '{}', json_build_object('n', n, 'text', repeat('x', $4))
       FROM generate_series(1, $3::int) AS n`,
      [topic, KEY, count, characters],
    );
  const unpublished = async () =>
    (await dataSource.query<{ n: number }[]>('SELECT count(*)::int AS n FROM outbox WHERE published_at IS NULL'))[0]?.n;
  const idsIn = async (topic: string) => {
    const stored: readonly StoredRecord[] = await log.read({ topic, partition: partitionOf(KEY, 12) }, 0n, 10_000);
    return stored.map(({ eventId }) => eventId);
  };
  const idsWritten = async (topic: string) => {
    const rows = await dataSource.query<{ id: string }[]>(
      'SELECT event_id AS id FROM outbox WHERE topic = $1 ORDER BY outbox.id',
      [topic],
    );
    return rows.map(({ id }) => id);
  };

  it('is published in order, two runs of large events as well, once the broker is back', async () => {
    const on = newTopic();
    await log.createTopics([on]);
    const relay = new Relay({ url: database.url, log, failed: () => undefined });
    relay.start();
    await broker.kill();
    for (let run = 0; run < 2; run += 1) await write(on, 39, 35_000);
    await until('a failure', () => relay.lastFailure !== undefined, 60_000);
    await broker.again();
    await until('an empty outbox', async () => (await unpublished()) === 0, 60_000);
    await relay.close();
    expect([...new Set(await idsIn(on))]).toEqual(await idsWritten(on));
  });

  it('says which event no batch is large enough for, and publishes what comes before it', async () => {
    const on = newTopic();
    await log.createTopics([on]);
    await write(on, 10, 100);
    await write(on, 1, 1_200_000);
    await write(on, 1, 100);
    const failures: unknown[] = [];
    const relay = new Relay({ url: database.url, log, failed: (error) => failures.push(error) });
    relay.start();
    await until('the ten', async () => (await unpublished()) === 2, 60_000);
    const told = failures.length;
    await until('more tries', () => failures.length >= told + 3, 60_000);
    expect(relay.lastFailure).toBeInstanceOf(RecordTooLarge);
    expect(String(relay.lastFailure)).toContain((await idsWritten(on))[10]);
    expect(await unpublished()).toBe(2);
    await relay.close();
    const published = await idsIn(on);
    expect([...new Set(published)]).toEqual((await idsWritten(on)).slice(0, 10));
    // What goes is not sent again and again with what does not.
    expect(published.length).toBeLessThan(40);
    await dataSource.query('TRUNCATE outbox');
  });

  it('halves what is too large together, and keeps the order', async () => {
    const on = newTopic();
    await log.createTopics([on]);
    const records = Array.from({ length: 5 }, () => {
      const eventId = randomUUID();
      return { topic: on, key: KEY, eventId, headers: {}, body: Buffer.alloc(400_000, 'x') };
    });
    await log.publish(records);
    expect([...new Set(await idsIn(on))]).toEqual(records.map(({ eventId }) => eventId));
  });
});
