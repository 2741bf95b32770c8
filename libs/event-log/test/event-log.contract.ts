import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type EventLog,
  OffsetOutOfRange,
  PARTITIONS,
  StopPartition,
  type Subscription,
} from '#event-log/log/event-log.js';
import { partitionOf } from '#event-log/log/partitioner.js';
import { MemoryGroup, newGroup, newTopic, record, text, until } from '../../platform/test/consuming/samples.js';

/** What both logs promise. Every test has topics and groups of its own. */
export function eventLogContract(open: () => Promise<{ log: EventLog; close: () => Promise<void> }>): void {
  let log: EventLog;
  let closeAll: () => Promise<void>;
  const subscriptions: Subscription[] = [];

  beforeAll(async () => {
    ({ log, close: closeAll } = await open());
  });
  afterAll(async () => {
    await Promise.all(subscriptions.map((subscription) => subscription.close()));
    await closeAll();
  });

  const topic = async () => {
    const name = newTopic();
    await log.createTopics([name]);
    return name;
  };
  const join = async (group: string, topics: string[], member: ReturnType<MemoryGroup['member']>) => {
    const subscription = await log.subscribe(group, topics, member.consumer);
    subscriptions.push(subscription);
    return subscription;
  };
  const numbered = (on: string, key: string, count: number, from = 0) =>
    Array.from({ length: count }, (_, i) => record(on, key, String(from + i)));

  it('keeps the order of a key, and puts a key where every Kafka client would', async () => {
    const on = await topic();
    await log.publish(['82.71', '13.03', '73'].flatMap((key) => numbered(on, key, 50)));
    for (const key of ['82.71', '13.03', '73']) {
      const stored = await log.read({ topic: on, partition: partitionOf(key, PARTITIONS) }, 0n, 1_000);
      const mine = stored.filter((one) => one.key === key);
      expect(mine.map(text)).toEqual(numbered(on, key, 50).map((one) => Buffer.from(one.body).toString()));
    }
  });

  it('brings a record back as it was published, with contiguous offsets from 0', async () => {
    const on = await topic();
    const sent = record(on, '33.02', 'Banyumas ✓');
    await log.publish([sent, record(on, '33.02', 'next')]);
    const [first, second] = await log.read({ topic: on, partition: partitionOf('33.02', PARTITIONS) }, 0n, 10);
    expect({ ...first, body: text(first!) }).toEqual({
      ...sent,
      body: 'Banyumas ✓',
      partition: partitionOf('33.02', PARTITIONS),
      offset: 0n,
    });
    expect(second?.offset).toBe(1n);
  });

  it('creates topics once, in parallel, and leaves an existing one as it is', async () => {
    const on = newTopic();
    await Promise.all([log.createTopics([on]), log.createTopics([on])]);
    await log.publish([record(on, 'a')]);
    await log.createTopics([on]);
    const ends = await log.endOffsets(on);
    expect(ends.size).toBe(PARTITIONS);
    expect([...ends.values()].reduce((a, b) => a + b)).toBe(1n);
  });

  it('gives every group every record', async () => {
    const on = await topic();
    const groups = [new MemoryGroup(), new MemoryGroup()];
    for (const group of groups) await join(newGroup(), [on], group.member());
    await log.publish(numbered(on, 'k', 30));
    await until('both groups', () => groups.every((group) => group.effects.length === 30));
  });

  it('delivers a burst in batches, each of consecutive records of one partition', async () => {
    const on = await topic();
    await log.publish(Array.from({ length: 3_000 }, (_, i) => record(on, `key ${String(i % 40)}`, String(i))));
    const group = new MemoryGroup();
    await join(newGroup(), [on], group.member());
    await until('the burst', () => group.effects.length === 3_000);
    expect(group.batches.length).toBeLessThan(300);
    for (const { records, partition } of group.batches) {
      records.forEach((one, i) => {
        expect(one.partition).toBe(partition);
        expect(one.offset).toBe((records[0]?.offset ?? 0n) + BigInt(i));
      });
    }
  });

  it('delivers the same records again after a failure, and skips nothing', async () => {
    const on = await topic();
    const group = new MemoryGroup();
    let failures = 3;
    const failing = group.member(() => {
      if (failures-- > 0) throw new Error('the database is away');
    });
    await join(newGroup(), [on], failing);
    await log.publish(numbered(on, 'k', 10));
    await until('all ten', () => group.effects.length === 10);
    expect(group.texts()).toEqual(Array.from({ length: 10 }, (_, i) => String(i)));
    expect(group.batches.slice(0, 3).map(({ records }) => records[0]?.offset)).toEqual([0n, 0n, 0n]);
  });

  it('goes on from the checkpoint after a crash between the effect and the acknowledgement', async () => {
    const on = await topic();
    const name = newGroup();
    const group = new MemoryGroup();
    const member = group.member();
    const { consumer } = member;
    // The effect and the checkpoint are durable, but the log never hears of it: the member dies at once.
    let died = false;
    const dying = {
      owned: member.owned,
      consumer: {
        ...consumer,
        handle: async (batch: Parameters<typeof consumer.handle>[0]) => {
          const next = await consumer.handle(batch);
          if (next > 4n) died = true;
          if (died) throw new StopPartition('killed');
          return next;
        },
      },
    };
    const first = await join(name, [on], dying);
    await log.publish(numbered(on, 'k', 10));
    await until('the crash', () => died);
    await first.close();
    await join(name, [on], group.member());
    await log.publish(numbered(on, 'k', 10, 10));
    await until('the rest', () => group.effects.length >= 20);
    expect(group.texts()).toEqual(Array.from({ length: 20 }, (_, i) => String(i)));
  });

  it('starts where the consumer says, and goes back when it asks for a lower offset', async () => {
    const on = await topic();
    await log.publish(numbered(on, 'k', 20));
    const seen: string[] = [];
    let replayed = false;
    const partition = partitionOf('k', PARTITIONS);
    const subscription = await log.subscribe(newGroup(), [on], {
      assigned: (at) => Promise.resolve(at.partition === partition ? 15n : 0n),
      handle: (batch) => {
        seen.push(...batch.records.map(text));
        if (replayed) return Promise.resolve((batch.records.at(-1)?.offset ?? 0n) + 1n);
        replayed = true;
        return Promise.resolve(18n);
      },
      revoked: () => undefined,
    });
    subscriptions.push(subscription);
    await until('the replay', () => seen.length >= 7);
    expect(seen).toEqual(['15', '16', '17', '18', '19', '18', '19']);
    await subscription.close();
    const again: string[] = [];
    subscriptions.push(
      await log.subscribe(newGroup(), [on], {
        assigned: () => Promise.resolve(0n),
        handle: (batch) => {
          again.push(...batch.records.map(text));
          return Promise.resolve((batch.records.at(-1)?.offset ?? 0n) + 1n);
        },
        revoked: () => undefined,
      }),
    );
    await until('everything from the start', () => again.length === 20);
  });

  it('shares the partitions among the members, hands them over, and loses and doubles nothing', async () => {
    const on = await topic();
    const name = newGroup();
    const group = new MemoryGroup();
    const [one, two] = [group.member(), group.member()];
    const first = await join(name, [on], one);
    await until('the first has all', () => one.owned.size === PARTITIONS);
    const publishing = (async () => {
      for (let i = 0; i < 40; i++) {
        await log.publish(
          Array.from({ length: 24 }, (_, k) => record(on, `key ${String(k)}`, `${String(k)}:${String(i)}`)),
        );
      }
    })();
    const second = await join(name, [on], two);
    await until('a fair share each', () => one.owned.size === 6 && two.owned.size === 6);
    await first.close();
    await until('the second has all', () => two.owned.size === PARTITIONS);
    await publishing;
    await until('every record', () => group.effects.length >= 960);
    expect(new Set(group.effects.map(({ eventId }) => eventId)).size).toBe(960);
    expect(group.effects.length).toBe(960);
    for (let k = 0; k < 24; k++) {
      const mine = group.texts().filter((body) => body.startsWith(`${String(k)}:`));
      expect(mine).toEqual(Array.from({ length: 40 }, (_, i) => `${String(k)}:${String(i)}`));
    }
    await second.close();
  });

  it('stands still where the consumer refuses to go on, in its partition only', async () => {
    const on = await topic();
    const group = new MemoryGroup();
    const stopping = group.member((batch) => {
      if (batch.records.some((one) => text(one) === 'poison')) throw new StopPartition('poison');
    });
    await join(newGroup(), [on], stopping);
    expect(partitionOf('a', PARTITIONS)).not.toBe(partitionOf('b', PARTITIONS));
    await log.publish([record(on, 'a', 'poison'), record(on, 'b', 'one')]);
    const attempts = () => group.batches.filter(({ partition }) => partition === partitionOf('a', PARTITIONS)).length;
    await until('the stop', () => attempts() > 0);
    await log.publish([record(on, 'a', 'behind it'), record(on, 'b', 'two')]);
    await until('a second try, and the other key', () => attempts() > 1 && group.effects.length === 2);
    expect(group.texts()).toEqual(['one', 'two']);
  });

  it('goes on by itself, in order, once what stood still is handled', async () => {
    const on = await topic();
    const group = new MemoryGroup();
    let refused = 0;
    const healing = group.member(() => {
      refused += 1;
      if (refused <= 3) throw new StopPartition('not yet');
    });
    const asked: bigint[] = [];
    const { consumer } = healing;
    const watched = {
      ...consumer,
      assigned: async (at: Parameters<typeof consumer.assigned>[0]) => {
        const from = await consumer.assigned(at);
        if (at.partition === partitionOf('k', PARTITIONS)) asked.push(from);
        return from;
      },
    };
    await join(newGroup(), [on], { ...healing, consumer: watched });
    await log.publish(numbered(on, 'k', 5));
    await until('the first refusal', () => refused > 0);
    await log.publish(numbered(on, 'k', 5, 5));
    await until('all ten', () => group.effects.length === 10);
    expect(group.texts()).toEqual(Array.from({ length: 10 }, (_, i) => String(i)));
    expect(asked.slice(-3)).toEqual([0n, 0n, 0n]);
  });

  it('brings large records in batches that are bounded by their bytes', async () => {
    const on = await topic();
    const large = 'x'.repeat(100_000);
    await log.publish(Array.from({ length: 40 }, (_, i) => record(on, 'k', `${String(i)} ${large}`)));
    const group = new MemoryGroup();
    await join(newGroup(), [on], group.member());
    await until('all forty', () => group.effects.length === 40);
    expect(group.texts().map((body) => Number.parseInt(body, 10))).toEqual(Array.from({ length: 40 }, (_, i) => i));
    for (const { records } of group.batches) expect(records.length).toBeLessThanOrEqual(6);
    const whole = await log.read({ topic: on, partition: partitionOf('k', PARTITIONS) }, 0n, 40);
    expect(whole).toHaveLength(40);
  });

  it('asks again where to start when the first answer fails', async () => {
    const on = await topic();
    await log.publish(numbered(on, 'k', 5));
    const group = new MemoryGroup();
    const { consumer } = group.member();
    let failures = 4;
    const flaky = {
      ...consumer,
      assigned: (at: Parameters<typeof consumer.assigned>[0]) =>
        failures-- > 0 ? Promise.reject(new Error('the database is away')) : consumer.assigned(at),
    };
    subscriptions.push(await log.subscribe(newGroup(), [on], flaky));
    await until('all five', () => group.effects.length === 5);
  });

  it('knows the ends, and reads without a group', async () => {
    const on = await topic();
    await log.publish(numbered(on, 'k', 25));
    const partition = partitionOf('k', PARTITIONS);
    expect((await log.endOffsets(on)).get(partition)).toBe(25n);
    const at = { topic: on, partition };
    expect((await log.read(at, 20n, 3)).map(text)).toEqual(['20', '21', '22']);
    expect(await log.read(at, 25n, 3)).toEqual([]);
    await expect(log.read(at, 26n, 3)).rejects.toThrow(OffsetOutOfRange);
  });

  it('tells a subscriber how far the end is', async () => {
    const on = await topic();
    await log.publish(numbered(on, 'k', 700));
    const group = new MemoryGroup();
    await join(newGroup(), [on], group.member());
    await until('all of them', () => group.effects.length === 700);
    for (const { endOffset } of group.batches) expect(endOffset).toBe(700n);
  });

  it('waits for a topic that is created after its subscriber', async () => {
    const on = newTopic();
    const group = new MemoryGroup();
    await join(newGroup(), [on], group.member());
    await log.createTopics([on]);
    await log.publish(numbered(on, 'k', 5));
    await until('the late topic', () => group.effects.length === 5);
  });

  it('hands a record over within milliseconds of its publication', async () => {
    const on = await topic();
    const arrived = new Map<string, number>();
    const subscription = await log.subscribe(newGroup(), [on], {
      assigned: () => Promise.resolve(0n),
      handle: (batch) => {
        for (const { eventId } of batch.records) arrived.set(eventId, performance.now());
        return Promise.resolve((batch.records.at(-1)?.offset ?? 0n) + 1n);
      },
      revoked: () => undefined,
    });
    subscriptions.push(subscription);
    const times: number[] = [];
    for (let i = 0; i < 120; i++) {
      const one = record(on, `key ${String(i)}`);
      const published = performance.now();
      await log.publish([one]);
      await until('its arrival', () => arrived.has(one.eventId));
      if (i >= 20) times.push((arrived.get(one.eventId) ?? 0) - published);
    }
    times.sort((a, b) => a - b);
    console.info(`publish (call) to handle: p50 ${times[50]!.toFixed(1)} ms, p95 ${times[95]!.toFixed(1)} ms`);
    expect(times[50]).toBeLessThan(50);
  });

  it('reads far faster than anything is sold', async () => {
    const on = await topic();
    const batch = (n: number) =>
      Array.from({ length: 1_000 }, (_, i) => record(on, `key ${String(i)}`, 'x'.repeat(400) + String(n)));
    const writing = performance.now();
    for (let n = 0; n < 20; n++) await log.publish(batch(n));
    const wrote = 20_000 / ((performance.now() - writing) / 1_000);
    let count = 0;
    const reading = performance.now();
    const subscription = await log.subscribe(newGroup(), [on], {
      assigned: () => Promise.resolve(0n),
      handle: (one) => {
        count += one.records.length;
        return Promise.resolve((one.records.at(-1)?.offset ?? 0n) + 1n);
      },
      revoked: () => undefined,
    });
    subscriptions.push(subscription);
    await until('20,000 records', () => count >= 20_000);
    const read = 20_000 / ((performance.now() - reading) / 1_000);
    console.info(`appended ${wrote.toFixed(0)} and read ${read.toFixed(0)} records a second`);
    expect(count).toBe(20_000);
    expect(read).toBeGreaterThan(5_000);
  });
}
