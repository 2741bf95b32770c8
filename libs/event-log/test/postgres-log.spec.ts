import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import type { EventLog } from '#event-log/log/event-log.js';
import { partitionOf } from '#event-log/log/partitioner.js';
import { PostgresEventLog } from '#event-log/postgres-log/postgres-event-log.js';
import { testDatabase } from '#platform/testing/postgres.js';
import { MemoryGroup, newGroup, newTopic, record, text, until } from '../../platform/test/consuming/samples.js';

const timing = { leaseMs: 1_000, pollMs: 200 };

describe('the PostgreSQL log', () => {
  let url: string;
  let drop: () => Promise<void>;
  let log: EventLog;
  let admin: pg.Client;

  beforeAll(async () => {
    ({ url, drop } = await testDatabase());
    log = new PostgresEventLog({ url, timing });
    await log.createTopics([]);
    admin = new pg.Client({ connectionString: url });
    await admin.connect();
  });
  afterAll(async () => {
    await log.close();
    await admin.end();
    await drop();
  });
  const topic = async () => {
    const name = newTopic();
    await log.createTopics([name]);
    return name;
  };
  const all = async (on: string, key: string) =>
    (await log.read({ topic: on, partition: partitionOf(key, 12) }, 0n, 10_000)).map(text);

  it('appends an event id once, published again alone, with others, or twice in one batch', async () => {
    const on = await topic();
    const [a, b, c] = [record(on, 'k', 'a'), record(on, 'k', 'b'), record(on, 'k', 'c')];
    await log.publish([a, a, b]);
    await log.publish([a]);
    await log.publish([b, c, a]);
    expect(await all(on, 'k')).toEqual(['a', 'b', 'c']);
    expect((await log.endOffsets(on)).get(partitionOf('k', 12))).toBe(3n);
  });

  it('leaves nothing of an append that failed, and no gap', async () => {
    const on = await topic();
    await log.publish([record(on, 'k', 'first')]);
    await admin.query(`ALTER TABLE log_record ADD CONSTRAINT test CHECK (key <> 'refused')`);
    await expect(log.publish([record(on, 'k', 'lost'), record(on, 'refused')])).rejects.toThrow('test');
    await admin.query('ALTER TABLE log_record DROP CONSTRAINT test');
    await log.publish([record(on, 'k', 'second')]);
    const stored = await log.read({ topic: on, partition: partitionOf('k', 12) }, 0n, 10);
    expect(stored.map((one) => [one.offset, text(one)])).toEqual([
      [0n, 'first'],
      [1n, 'second'],
    ]);
  });

  it('shows a reader nothing behind an append that is still open', async () => {
    const on = await topic();
    const group = new MemoryGroup();
    const subscription = await log.subscribe(newGroup(), [on], group.member().consumer);
    await log.publish([record(on, 'k', 'first')]);
    await until('the first', () => group.effects.length === 1);
    await admin.query('BEGIN');
    const append = `SELECT log_append(ARRAY[$1], ARRAY[$2::int], ARRAY[$3], ARRAY['k'], ARRAY['{}'::json], ARRAY['open'::bytea])`;
    await admin.query(append, [on, partitionOf('k', 12), 'open']);
    const behind = log.publish([record(on, 'k', 'behind')]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(group.texts()).toEqual(['first']);
    await admin.query('COMMIT');
    await behind;
    await until('both', () => group.effects.length === 3);
    expect(group.texts()).toEqual(['first', 'open', 'behind']);
    await subscription.close();
  });

  it('keeps order and offsets under many writers at once, without deadlock', async () => {
    const on = await topic();
    const writers = Array.from({ length: 6 }, () => new PostgresEventLog({ url, timing }));
    await Promise.all(
      writers.map(async (writer, w) => {
        for (let i = 0; i < 15; i++) {
          const keys = Array.from({ length: 20 }, (_, k) => `key ${String((k * 7 + w) % 20)}`);
          await writer.publish(keys.map((key) => record(on, key, `${String(w)}:${String(i)}`)));
        }
      }),
    );
    await Promise.all(writers.map((writer) => writer.close()));
    const ends = await log.endOffsets(on);
    expect([...ends.values()].reduce((x, y) => x + y)).toBe(1_800n);
    for (const [partition, end] of ends) {
      const stored = await log.read({ topic: on, partition }, 0n, 10_000);
      expect(stored.map(({ offset }) => offset)).toEqual(Array.from({ length: Number(end) }, (_, i) => BigInt(i)));
    }
  });

  it('gives the partitions of a member that fell silent to another', async () => {
    const on = await topic();
    const name = newGroup();
    const group = new MemoryGroup();
    const silent = new PostgresEventLog({ url, timing });
    const [one, two] = [group.member(), group.member()];
    await silent.subscribe(name, [on], one.consumer);
    await until('all', () => one.owned.size === 12);
    // As if its process were stopped: no heartbeat any more, no orderly leave.
    const [held] = [
      ...(silent as unknown as { subscriptions: Set<{ timer: NodeJS.Timeout; closed: boolean }> }).subscriptions,
    ];
    clearInterval(held?.timer);
    if (held) held.closed = true;
    const successor = await log.subscribe(name, [on], two.consumer);
    await until('the successor has all', () => two.owned.size === 12);
    await log.publish([record(on, 'k', 'after')]);
    await until('its record', () => group.texts().includes('after'));
    await successor.close();
    await silent.close();
  });

  it('lives through all its connections being cut', async () => {
    const on = await topic();
    const group = new MemoryGroup();
    const subscription = await log.subscribe(newGroup(), [on], group.member().consumer);
    await log.publish([record(on, 'k', '0')]);
    await until('the first', () => group.effects.length === 1);
    for (let i = 1; i <= 5; i++) {
      await admin.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()',
      );
      const one = record(on, 'k', String(i));
      await until('it is published', () =>
        log.publish([one]).then(
          () => true,
          () => false,
        ),
      );
    }
    await until('the rest', () => group.effects.length === 6);
    expect(group.texts()).toEqual(['0', '1', '2', '3', '4', '5']);
    await subscription.close();
  });

  it('says which topic is missing', async () => {
    await expect(log.publish([record('t.never-made', 'k')])).rejects.toThrow('t.never-made');
  });
});
