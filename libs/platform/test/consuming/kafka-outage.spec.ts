import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEventLog } from '#event-log/create-event-log.js';
import type { EventLog } from '#event-log/log/event-log.js';
import { partitionOf } from '#event-log/log/partitioner.js';
import { describeKafka, ownBroker } from './kafka-broker.js';
import { MemoryGroup, newGroup, newTopic, record, text, until } from './samples.js';

describeKafka('a Kafka broker that goes away', () => {
  let broker: Awaited<ReturnType<typeof ownBroker>>;
  let log: EventLog;
  beforeAll(async () => {
    broker = await ownBroker();
    log = await createEventLog({
      kind: 'kafka',
      brokers: [broker.bootstrap],
      clientId: 'outage',
      sessionTimeoutMs: 6_000,
    });
  });
  afterAll(async () => {
    await log.close();
    await broker.stop();
  });

  it('holds nobody up who starts without it, and nothing is lost over kill -9 and restart', async () => {
    const on = newTopic();
    await log.createTopics([on]);
    const group = new MemoryGroup();
    const subscription = await log.subscribe(newGroup(), [on], group.member().consumer);
    const expected: string[] = [];
    const publishUntilItIsThere = async (body: string) => {
      const one = record(on, 'k', body);
      expected.push(body);
      await until(
        `${body} is published`,
        () =>
          log.publish([one]).then(
            () => true,
            () => false,
          ),
        60_000,
      );
    };
    for (let i = 0; i < 20; i++) await publishUntilItIsThere(`before ${String(i)}`);
    await until('the first', () => new Set(group.texts()).size === 20);

    await broker.kill();
    const started = Date.now();
    await expect(log.publish([record(on, 'other', 'refused')])).rejects.toThrow();
    expect(Date.now() - started).toBeLessThan(20_000);
    const lateGroup = new MemoryGroup();
    const late = await createEventLog({
      kind: 'kafka',
      brokers: [broker.bootstrap],
      clientId: 'late',
      sessionTimeoutMs: 6_000,
    });
    await late.subscribe(newGroup(), [on], lateGroup.member().consumer);
    const during = publishUntilItIsThere('during');
    await broker.again();
    await during;
    for (let i = 0; i < 20; i++) await publishUntilItIsThere(`after ${String(i)}`);

    const wanted = new Set(expected).size;
    const mine = (seen: MemoryGroup) => new Set(seen.texts().filter((body) => body !== 'refused'));
    await until('the rest', () => mine(group).size === wanted && mine(lateGroup).size === wanted, 60_000);
    expect([...mine(group)]).toEqual(expected);
    expect([...mine(lateGroup)]).toEqual(expected);
    const stored = await log.read({ topic: on, partition: partitionOf('k', 12) }, 0n, 1_000);
    expect([...new Set(stored.filter(({ key }) => key === 'k').map(text))]).toEqual(expected);
    await late.close();
    await subscription.close();
  });
});
