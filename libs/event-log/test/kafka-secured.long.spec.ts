import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ALL_TOPICS, SERVICES, TOPICS, TOPIC_USE } from '#contracts/topics.js';
import { createEventLog } from '#event-log/create-event-log.js';
import type { KafkaSecurity } from '#event-log/kafka/kafka-client.js';
import type { EventLog } from '#event-log/log/event-log.js';
import { testDatabase } from '#platform/testing/postgres.js';
import { startBroker, type Broker } from '../../../tools/kafka/broker.js';
import type { Authority } from '../../../tools/kafka/secured.js';
import { describeKafka } from '../../platform/test/consuming/kafka-broker.js';
import { until } from '../../platform/test/consuming/samples.js';

const MAIN = 'dist/apps/order-routing/src/main.js';
const PASSWORDS = Object.fromEntries(['admin', ...SERVICES].map((name, at) => [name, `secret-${String(at)}`]));

interface Ended {
  readonly code: number;
  readonly words: readonly string[];
}

describeKafka('a Kafka that lets in by password and certificate', () => {
  const folder = mkdtempSync(join(tmpdir(), 'serap-kafka-'));
  let broker: Broker;
  let authority: Authority;
  const logs: EventLog[] = [];
  beforeAll(async () => {
    broker = await startBroker({ dataDir: join(folder, 'data'), secured: { users: PASSWORDS } });
    authority = broker.byCertificate!.authority;
  });
  afterAll(async () => {
    await Promise.all(logs.map((log) => log.close()));
    await broker.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const settings = (user: string, more: Record<string, string> = {}): Record<string, string> => ({
    SERAP_LOG: 'kafka',
    SERAP_KAFKA_BROKERS: broker.bootstrap,
    SERAP_KAFKA_TLS: 'yes',
    SERAP_KAFKA_CA: authority.certificate,
    SERAP_KAFKA_SASL: 'scram-sha-512',
    SERAP_KAFKA_USER: user,
    SERAP_KAFKA_PASSWORD: PASSWORDS[user] ?? '',
    ...more,
  });

  const main = (command: string | undefined, env: Record<string, string>): Promise<Ended> =>
    new Promise((resolve) => {
      const child = execFile(
        process.execPath,
        [MAIN, ...(command === undefined ? [] : [command])],
        { env: { PATH: process.env['PATH'] ?? '', ...env } },
        (_, out, error) => {
          const lines = (out + error).split('\n').filter((line) => line.startsWith('{'));
          const words = lines.map((line) => (JSON.parse(line) as { msg: string }).msg);
          resolve({ code: child.exitCode ?? -1, words });
        },
      );
    });

  const open = async (security: KafkaSecurity, bootstrap = broker.bootstrap): Promise<EventLog> => {
    const log = await createEventLog({ kind: 'kafka', brokers: [bootstrap], clientId: 'test', security });
    logs.push(log);
    return log;
  };
  const byPassword = (username: string, password = PASSWORDS[username] ?? ''): KafkaSecurity => ({
    tls: { ca: authority.certificate },
    sasl: { mechanism: 'scram-sha-512', username, password },
  });
  const tell = (log: EventLog, topic: string): Promise<void> =>
    log.publish([{ topic, key: '33.02', eventId: 'e', headers: {}, body: Buffer.from('{}') }]);

  it('has its topics and rights made by two commands, of a user who may', async () => {
    expect(await main('topics', settings('admin'))).toMatchObject({ code: 0 });
    expect(await main('acls', settings('admin'))).toEqual({
      code: 0,
      words: [
        'User:producer-registry may write serap.producers.v1, serap.surplus.v1, serap.dead-letters.v1; and read serap.allocations.v1',
        expect.stringMatching(/^User:partnership-agreements may write serap\.agreements\.v1/),
        expect.stringMatching(/^User:order-routing may write serap\.orders\.v1, serap\.allocations\.v1/),
        expect.stringMatching(
          /^User:operations-dashboard may write serap\.clock\.v1, serap\.dead-letters\.v1; and read/,
        ),
      ],
    });
  });

  it.each(SERVICES)('lets %s write its own topics and no other', async (service) => {
    const log = await open(byPassword(service));
    const written = await Promise.all(
      ALL_TOPICS.map((topic) =>
        tell(log, topic).then(
          () => [topic],
          (error: unknown) => {
            expect(String(error)).toMatch(/not authorized/i);
            return [];
          },
        ),
      ),
    );
    expect(written.flat()).toEqual(ALL_TOPICS.filter((topic) => TOPIC_USE[topic].writers.includes(service)));
  });

  it('lets a service hear what it needs, and see whether its own topics forget nothing', async () => {
    const log = await open(byPassword('order-routing'));
    const heard: string[] = [];
    const subscription = await log.subscribe('order-routing', [TOPICS.surplus, TOPICS.agreements], {
      assigned: () => Promise.resolve(0n),
      handle: ({ topic, records }) => {
        heard.push(topic);
        return Promise.resolve((records.at(-1)?.offset ?? 0n) + 1n);
      },
      revoked: () => undefined,
    });
    await until('it has heard both', () => Promise.resolve(new Set(heard).size === 2));
    await subscription.close();
    expect(await log.topicTroubles([TOPICS.surplus, TOPICS.orders])).toEqual([]);
    await expect(log.endOffsets(TOPICS.producers)).rejects.toThrow(/not authorized/i);
  });

  it('knows a service by its certificate, too', async () => {
    const granted = await main('acls', settings('admin', { SERAP_KAFKA_PRINCIPAL: 'User:CN={service}' }));
    expect(granted.code).toBe(0);
    const { certificate, key } = authority.sign('partnership-agreements');
    const log = await open({ tls: { ca: authority.certificate, certificate, key } }, broker.byCertificate!.bootstrap);
    await tell(log, TOPICS.agreements);
    await expect(tell(log, TOPICS.orders)).rejects.toThrow(/not authorized/i);
  });

  it('takes a password as it is, encrypted on its way', async () => {
    const { tls } = byPassword('order-routing');
    const sasl = { mechanism: 'plain', username: 'order-routing', password: PASSWORDS['order-routing'] ?? '' } as const;
    await tell(await open({ ...(tls && { tls }), sasl }), TOPICS.orders);
  });

  it('ends a start with a sentence where the password, the user or the authority is another', async () => {
    const of = async (more: Record<string, string>) => (await main('topics', settings('admin', more))).words;
    const sentence = (why: RegExp) => [
      expect.stringMatching(new RegExp(`^Kafka does not let this process in: .*${why.source}.*SERAP_KAFKA_`, 'i')),
    ];
    expect(await of({ SERAP_KAFKA_PASSWORD: 'wrong' })).toEqual(sentence(/authentication failed/));
    expect(await of({ SERAP_KAFKA_USER: 'nobody' })).toEqual(sentence(/authentication failed/));
    expect(await of({ SERAP_KAFKA_CA: '' })).toEqual(sentence(/certificate/));
  });

  it('is what a service ends with, too, and it does not wait for what will not come', async () => {
    const database = await testDatabase();
    const env = {
      ...settings('order-routing', { SERAP_KAFKA_PASSWORD: 'wrong' }),
      SERAP_DATABASE_URL: database.url,
      SERAP_PERSONAL_DATA_KEY: '0'.repeat(64),
      SERAP_TOKEN_ISSUER: 'https://issuer.example',
      SERAP_PORT: '0',
    };
    try {
      expect(await main('migrate', env)).toMatchObject({ code: 0 });
      const { code, words } = await main(undefined, env);
      expect(code).toBe(1);
      expect(words).toContainEqual(expect.stringContaining('Kafka does not let this process in'));
    } finally {
      await database.drop();
    }
  });
});
