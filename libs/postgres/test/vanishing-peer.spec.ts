import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#platform/database/database.js';
import { isOutage } from '#postgres/outage.js';
import { PLATFORM_SCHEMA } from '#platform/database/platform-schema.js';
import { Relay } from '#platform/database/relay.js';
import { Transactions } from '#platform/database/transactions.js';
import type { EventLog, LogRecord } from '#event-log/log/event-log.js';
import { freezingProxy, type FreezingProxy } from '#platform/testing/freezing-proxy.js';
import { testDatabase } from '#platform/testing/postgres.js';
import { until } from '../../platform/test/consuming/samples.js';

/** In place of the 20 s that a service has. */
const silenceMs = 1_000;

class Published {
  readonly subjects: string[] = [];
  readonly log = {
    publish: (records: readonly LogRecord[]) => {
      this.subjects.push(...records.map(({ headers }) => headers['ce_subject'] ?? ''));
      return Promise.resolve();
    },
  } as unknown as EventLog;
}

describe('a peer that vanishes without a word', () => {
  let database: { url: string; drop: () => Promise<void> };
  let direct: DataSource;
  let proxy: FreezingProxy;
  beforeAll(async () => {
    database = await testDatabase();
    direct = await createDataSource({ url: database.url, migrations: [] }).initialize();
    await direct.query(PLATFORM_SCHEMA);
  });
  beforeEach(async () => {
    proxy = await freezingProxy(database.url);
  });
  /** A test that fails leaves no lock to the next one. */
  const open: Relay[] = [];
  afterEach(async () => {
    await proxy.close();
    await Promise.all(open.splice(0).map((one) => one.close()));
  });
  afterAll(async () => {
    await direct.destroy();
    await database.drop();
  });

  const publish = (subject: string) =>
    new Transactions(direct, { source: '/serap/test', now: () => new Date(), published: () => undefined }).run((tx) => {
      const data = { offsetMs: 1 };
      tx.publish({ type: 'serap.clock.advanced.v1', subject, sequence: 1, key: 'clock', data });
      return Promise.resolve();
    });
  const unpublished = async (): Promise<number> => {
    const rows = await direct.query<unknown[]>('SELECT FROM outbox WHERE published_at IS NULL');
    return rows.length;
  };
  const relay = (url: string, to: Published, failures: unknown[] = []) =>
    new Relay({ url, log: to.log, pollMs: 20, silenceMs, failed: (error) => failures.push(error) });

  it('loses the lock of the relay to another one, and publishes again once it is back', async () => {
    const [before, after] = [new Published(), new Published()];
    const failures: unknown[] = [];
    const first = relay(proxy.url, before, failures);
    const second = relay(database.url, after);
    open.push(first, second);
    first.start();
    await publish('one');
    // Published and marked: what froze between the two would be published once more.
    await until('the first relay', async () => before.subjects.length === 1 && (await unpublished()) === 0);
    second.start();
    proxy.freeze();
    await publish('two');
    await until('the other relay', () => after.subjects.length === 1);
    await until('the first one to notice', () => failures.length > 0 && !first.holdsLock);
    expect(isOutage(failures[0])).toBe(true);
    proxy.thaw();
    await second.close();
    await publish('three');
    await until('the first relay again', () => before.subjects.includes('three'));
    await first.close();
    expect(after.subjects).toEqual(['two']);
  });

  it('keeps its lock while the log takes long, however long that is', async () => {
    const slow = new Published();
    const { log } = slow;
    let publishing = false;
    const waiting = {
      publish: async (records: readonly LogRecord[]) => {
        publishing = true;
        await new Promise((resolve) => setTimeout(resolve, 3 * silenceMs));
        await log.publish(records);
      },
    } as unknown as EventLog;
    const failures: unknown[] = [];
    const one = new Relay({ url: database.url, log: waiting, pollMs: 20, silenceMs, failed: (e) => failures.push(e) });
    open.push(one);
    one.start();
    await publish('slow');
    await until('its publication', () => publishing);
    await until('its end', () => slow.subjects.length === 1);
    await one.close();
    expect(failures).toEqual([]);
  });

  it('fails the calls of a pool as an outage, and the pool recovers by itself', async () => {
    const frozen = await createDataSource({ url: proxy.url, migrations: [], silenceMs }).initialize();
    await Promise.all(Array.from({ length: 4 }, () => frozen.query('SELECT pg_sleep(0.05)')));
    proxy.freeze();
    const calls = await Promise.allSettled([
      frozen.query('SELECT 1'),
      frozen.transaction((manager) => manager.query('SELECT 1')),
      ...Array.from({ length: 10 }, () => frozen.query('SELECT 1')),
    ]);
    expect(calls.map((call) => call.status === 'rejected' && isOutage(call.reason))).toEqual(calls.map(() => true));
    proxy.thaw();
    await until('an answer', () =>
      frozen.query('SELECT 1').then(
        () => true,
        () => false,
      ),
    );
    await frozen.destroy();
  });
});
