import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ALL_TOPICS, TOPICS } from '#contracts/topics.js';
import { testDatabase } from '#platform/testing/postgres.js';
import { connectKafka } from '#event-log/kafka/kafka-client.js';
import { ensureJars } from '../../../tools/kafka/jars.js';
import { freePort } from '../../../tools/postgres/free-port.js';
import { describeKafka, ownBroker } from '../../platform/test/consuming/kafka-broker.js';
import { until } from '../../platform/test/consuming/samples.js';

const MAIN = 'dist/apps/producer-registry/src/main.js';

interface Ended {
  readonly code: number;
  readonly said: string;
}

/** A program that runs to its end; one that fails is an answer too. */
function run(program: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      program,
      [...args],
      { env: { PATH: process.env['PATH'] ?? '', ...env } },
      (_, out, error) => {
        resolve({ code: child.exitCode ?? -1, said: out + error });
      },
    );
  });
}

/** `kafka-configs.sh` as Kafka has it: the script does nothing but start this class. */
async function kafkaConfigs(command: string): Promise<Ended> {
  const [script, ...args] = command.split(' ');
  expect(script).toBe('kafka-configs.sh');
  return run('java', [
    '-XX:TieredStopAtLevel=1',
    '-cp',
    join(await ensureJars(), '*'),
    'kafka.admin.ConfigCommand',
    ...args,
  ]);
}

describeKafka('main.js topics', () => {
  let broker: Awaited<ReturnType<typeof ownBroker>>;
  beforeAll(async () => {
    broker = await ownBroker();
    expectWhole(await topics());
  });
  afterAll(() => broker.stop());

  const topics = (): Promise<Ended> =>
    run(process.execPath, [MAIN, 'topics'], { SERAP_LOG: 'kafka', SERAP_KAFKA_BROKERS: broker.bootstrap });

  const expectWhole = (ended: Ended): void => {
    expect([ended.code, words(ended)]).toEqual([
      0,
      [expect.stringMatching(/^the \d+ topics of the event log are there/)],
    ]);
  };

  /** What the command says, line by line, without the dressing of a log. */
  const words = ({ said }: Ended): string[] =>
    said
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { msg: string }).msg);

  async function withAdmin<T>(work: (admin: ReturnType<ReturnType<typeof connectKafka>['admin']>) => Promise<T>) {
    const admin = connectKafka({ brokers: [broker.bootstrap], clientId: 'administrator' }).admin();
    await admin.connect();
    return work(admin).finally(() => admin.disconnect());
  }

  // A broker that is busy answers of a topic that was just made or removed as it was before.
  const made = (topic: string, numPartitions: number, settings: Record<string, string>) =>
    withAdmin(async (admin) => {
      const configEntries = Object.entries(settings).map(([name, value]) => ({ name, value }));
      await admin.createTopics({ waitForLeaders: false, topics: [{ topic, numPartitions, configEntries }] });
      const offsets = () => admin.fetchTopicOffsets(topic).catch(() => []);
      await until('the topic is there', async () => (await offsets()).length === numPartitions);
    });

  const removed = (topic: string) =>
    withAdmin(async (admin) => {
      await admin.deleteTopics({ topics: [topic] });
      await until('the topic is gone', async () => !(await admin.listTopics()).includes(topic));
    });

  it('makes what is missing, and finds that in order', async () => {
    expect(await withAdmin((admin) => admin.listTopics())).toEqual(expect.arrayContaining([...ALL_TOPICS]));
    expectWhole(await topics());
  });

  it('refuses a topic that forgets, says which setting it is and how it is mended, and that mends it', async () => {
    await removed(TOPICS.orders);
    await made(TOPICS.orders, 12, {
      'retention.ms': '604800000',
      'retention.bytes': '1073741824',
      'cleanup.policy': 'compact',
      'max.message.bytes': '100000',
    });
    const refused = await topics();
    expect(refused.code).toBe(1);
    const told = words(refused);
    for (const [setting, found, needed] of [
      ['retention.ms', '604800000', '-1'],
      ['retention.bytes', '1073741824', '-1'],
      ['cleanup.policy', 'compact', 'delete'],
      ['max.message.bytes', '100000', '1048576'],
    ] as const) {
      const line = told.find((one) => one.includes(`${setting} `));
      expect(line).toContain(`${TOPICS.orders}: ${setting} is ${found}, and must be ${needed}`);
      const [, command = ''] = /`(kafka-configs\.sh [^`]*)`/.exec(line ?? '') ?? [];
      expect(await kafkaConfigs(command)).toMatchObject({ code: 0 });
    }
    expectWhole(await topics());
  });

  it('refuses another number of partitions, and says that it cannot be altered', async () => {
    await removed(TOPICS.shipments);
    await made(TOPICS.shipments, 3, { 'retention.ms': '-1' });
    const refused = await topics();
    expect(refused.code).toBe(1);
    const [line] = words(refused);
    expect(line).toContain(`${TOPICS.shipments}: it has 3 partitions, and must have 12`);
    expect(line).toContain(
      `kafka-topics.sh --bootstrap-server ${broker.bootstrap} --delete --topic ${TOPICS.shipments}`,
    );
    await removed(TOPICS.shipments);
    expect(await topics()).toMatchObject({ code: 0 });
  });

  it('is what a service that starts says too, and it goes on', async () => {
    await removed(TOPICS.surplus);
    await made(TOPICS.surplus, 12, { 'retention.ms': '3600000' });
    const database = await testDatabase();
    await run(process.execPath, [MAIN, 'migrate'], { SERAP_DATABASE_URL: database.url });
    const port = await freePort();
    const child = spawn(process.execPath, [MAIN], {
      env: {
        PATH: process.env['PATH'] ?? '',
        SERAP_DATABASE_URL: database.url,
        SERAP_LOG: 'kafka',
        SERAP_KAFKA_BROKERS: broker.bootstrap,
        SERAP_PORT: String(port),
        SERAP_TOKEN_ISSUER: 'https://issuer.example',
        SERAP_TOKEN_KEYS_URL: 'http://127.0.0.1:9/jwks.json',
        SERAP_PERSONAL_DATA_KEY: 'a'.repeat(64),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    try {
      await until('a warning', () => said.includes(`${TOPICS.surplus}: retention.ms is 3600000, and must be -1`));
      expect((await fetch(`http://127.0.0.1:${String(port)}/readyz`)).status).toBe(200);
    } finally {
      child.kill('SIGKILL');
      await once(child, 'exit');
      await database.drop();
    }
  });
});
