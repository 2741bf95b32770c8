import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createDataSource } from '#platform/database/database.js';
import { migrate } from '#platform/database/migrate.js';
import { newEvent, type NewEvent } from '#platform/database/outbox.js';
import { PLATFORM_SCHEMA } from '#platform/database/platform-schema.js';
import { Relay } from '#platform/database/relay.js';
import { Transactions } from '#platform/database/transactions.js';
import type { EventLog, LogRecord } from '#event-log/log/event-log.js';
import { runAs, type CallContext } from '#platform/context/call-context.js';
import { testDatabase } from '#platform/testing/postgres.js';
import { until } from '../consuming/samples.js';

class Schema1 implements MigrationInterface {
  name = 'Schema1764000000000';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PLATFORM_SCHEMA);
    await runner.query('CREATE TABLE thing (id text PRIMARY KEY, n integer NOT NULL DEFAULT 0)');
  }
  async down(): Promise<void> {
    // never
  }
}

const clock = (subject: string, sequence: number): NewEvent =>
  newEvent({ type: 'serap.clock.advanced.v1', subject, sequence, key: 'clock', data: { offsetMs: sequence } });

/** A log that remembers what it was given, and can be told to fail after the append: an acknowledgement that got lost. */
class MemoryLog implements Partial<EventLog> {
  readonly records: LogRecord[] = [];
  failAfterAppend = 0;

  publish(records: readonly LogRecord[]): Promise<void> {
    this.records.push(...records);
    if (this.failAfterAppend-- > 0) return Promise.reject(new Error('no acknowledgement'));
    return Promise.resolve();
  }

  get subjects(): string[] {
    return this.records.map(({ headers }) => `${headers['ce_subject'] ?? ''} ${headers['ce_sequence'] ?? ''}`);
  }
}

describe('a transaction', () => {
  let database: { url: string; drop: () => Promise<void> };
  let dataSource: DataSource;
  let transactions: Transactions;
  let log: MemoryLog;
  let woken: number;

  beforeAll(async () => {
    database = await testDatabase();
    dataSource = await createDataSource({ url: database.url, migrations: [Schema1] }).initialize();
    // Replicas that start together.
    const options = { url: database.url, migrations: [Schema1] };
    await Promise.all([migrate(options), migrate(options), migrate(options)]);
  });

  beforeEach(async () => {
    await dataSource.query('TRUNCATE outbox, idempotency, thing');
    woken = 0;
    log = new MemoryLog();
    transactions = new Transactions(dataSource, {
      source: '/serap/test',
      now: () => new Date('2019-03-04T02:00:00Z'),
      published: () => {
        woken += 1;
      },
    });
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const things = async (): Promise<number> =>
    (await dataSource.query<{ n: number }[]>('SELECT count(*)::int AS n FROM thing'))[0]!.n;
  /** Whether some other session's last statement looks like this. */
  const lastQuery = async (like: string): Promise<boolean> =>
    (
      await dataSource.query<object[]>(
        `SELECT 1 FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE $1`,
        [like],
      )
    ).length > 0;
  const outbox = async (): Promise<number> =>
    (await dataSource.query<{ n: number }[]>('SELECT count(*)::int AS n FROM outbox'))[0]!.n;

  const relayed = async (work: () => Promise<void>): Promise<void> => {
    const relay = new Relay({
      url: database.url,
      log: log as unknown as EventLog,
      pollMs: 10,
      failed: () => undefined,
    });
    relay.start();
    await work();
    const deadline = Date.now() + 60_000;
    for (;;) {
      const [row] = await dataSource.query<{ n: number }[]>(
        'SELECT count(*)::int AS n FROM outbox WHERE published_at IS NULL',
      );
      if (row!.n === 0) break;
      if (Date.now() > deadline) throw new Error('the outbox does not empty');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await relay.close();
  };

  it('stores state and events together, with who acted, and wakes the relay', async () => {
    const acting: CallContext = { principal: 'officer', correlationId: 'call-1', traceparent: '00-aa-bb-01' };
    await runAs(acting, () =>
      transactions.run(async (tx) => {
        await tx.query('INSERT INTO thing VALUES ($1)', ['a']);
        tx.publish(clock('a', 1), clock('a', 2));
      }),
    );
    const rows = await dataSource.query<{ headers: Record<string, string> }[]>(
      'SELECT headers FROM outbox ORDER BY id',
    );
    expect(rows.map(({ headers }) => headers['ce_sequence'])).toEqual(['1', '2']);
    expect(rows[0]!.headers).toMatchObject({
      ce_principal: 'officer',
      ce_correlationid: 'call-1',
      ce_traceparent: '00-aa-bb-01',
      ce_source: '/serap/test',
      ce_time: '2019-03-04T02:00:00.000Z',
    });
    expect(woken).toBe(1);
  });

  it('leaves neither when it fails, and tells nobody', async () => {
    let told = false;
    const failing = transactions.run(async (tx) => {
      await tx.query('INSERT INTO thing VALUES ($1)', ['a']);
      tx.publish(clock('a', 1));
      tx.afterCommit(() => {
        told = true;
      });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect([await things(), await outbox(), woken, told]).toEqual([0, 0, 0, false]);
  });

  it('is ended by the database when it takes longer than 5 s', async () => {
    await expect(transactions.run((tx) => tx.query('SELECT pg_sleep(7)'))).rejects.toThrow();
  });

  describe('once per idempotency key', () => {
    const once = (key: string | undefined, requestHash = 'h', scope = 's'): Promise<{ n: number }> =>
      runAs(
        {
          principal: 'p',
          correlationId: 'c',
          ...(key === undefined ? {} : { idempotency: { scope, key, requestHash } }),
        },
        () =>
          transactions.runOnce(async (tx) => {
            const [row] = await tx.query<{ n: number }>(
              `INSERT INTO thing SELECT 'n' || count(*), count(*) FROM thing RETURNING n`,
            );
            return { n: row!.n };
          }),
      );

    it('gives the same answer to the same call, also 20 times in parallel', async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => once('k')));
      expect(answers).toEqual(Array(20).fill({ n: 0 }));
      expect(await things()).toBe(1);
    });

    it('refuses the key for another request, and a call without a key', async () => {
      await once('k');
      await expect(once('k', 'other')).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
      await expect(once(undefined)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_MISSING' });
      expect(await once('k', 'h', 'another caller')).toEqual({ n: 1 });
    });
  });

  describe('whose events are relayed', () => {
    it('appear in the order of their commits, each aggregate in the order of its versions', async () => {
      await relayed(async () => {
        for (let n = 1; n <= 30; n += 1) {
          await transactions.run((tx) => {
            tx.publish(clock('a', n));
            return Promise.resolve();
          });
        }
      });
      expect(log.subjects).toEqual(Array.from({ length: 30 }, (_, index) => `a ${String(index + 1)}`));
    });

    it('wait behind an older transaction that is still under way', async () => {
      const older = dataSource.createQueryRunner();
      await older.connect();
      await older.startTransaction();
      await older.query(`INSERT INTO thing VALUES ('older')`);
      await transactions.run((tx) => {
        tx.publish(clock('younger', 1));
        return Promise.resolve();
      });
      const relay = new Relay({
        url: database.url,
        log: log as unknown as EventLog,
        pollMs: 10,
        failed: () => undefined,
      });
      relay.start();
      await until('its look at the outbox', () => lastQuery('%FROM outbox WHERE published_at IS NULL%'));
      expect(log.subjects).toEqual([]);
      await older.commitTransaction();
      await older.release();
      await until('the younger one', () => log.subjects.length === 1);
      expect(log.subjects).toEqual(['younger 1']);
      await relay.close();
    });

    it('do not wait for a transaction of another database, however long it is left open', async () => {
      const elsewhere = await testDatabase();
      const client = new pg.Client({ connectionString: elsewhere.url });
      await client.connect();
      await client.query('BEGIN');
      await client.query('SELECT pg_current_xact_id()');
      await relayed(() =>
        transactions.run((tx) => {
          tx.publish(clock('a', 1));
          return Promise.resolve();
        }),
      );
      expect(log.subjects).toEqual(['a 1']);
      await client.query('ROLLBACK');
      await client.end();
      await elsewhere.drop();
    });

    it('are published again under the same id when the acknowledgement got lost', async () => {
      log.failAfterAppend = 1;
      await relayed(async () => {
        await transactions.run((tx) => {
          tx.publish(clock('a', 1));
          return Promise.resolve();
        });
      });
      expect(log.subjects).toEqual(['a 1', 'a 1']);
      expect(new Set(log.records.map(({ eventId }) => eventId)).size).toBe(1);
    });

    it('have one relay at a time, whoever is woken; the next one goes on when it is gone', async () => {
      const other = new MemoryLog();
      const relay = (to: MemoryLog, pollMs: number) =>
        new Relay({ url: database.url, log: to as unknown as EventLog, pollMs, failed: () => undefined });
      // The one with the lock looks only when it is woken, so that the other one would always be the first to publish.
      const first = relay(log, 600_000);
      const second = relay(other, 10);
      const publish = (n: number): Promise<void> =>
        transactions.run((tx) => {
          tx.publish(clock('a', n));
          return Promise.resolve();
        });
      await publish(1);
      // A transaction of another database on the server may hold an event back at the moment of one look.
      const published = (count: number) => (): boolean => {
        first.wake();
        return log.subjects.length === count;
      };
      first.start();
      await until('the first event', published(1));
      second.start();
      await publish(2);
      await until('the other relay to ask for the lock', () => lastQuery('SELECT pg_try_advisory_lock%'));
      await until('its next look', () => lastQuery('SELECT pg_try_advisory_lock%'));
      expect(other.subjects).toEqual([]);
      await until('the second event', published(2));
      await first.close();
      await publish(3);
      await until('the third event', () => other.subjects.length === 1);
      await second.close();
      expect([log.subjects, other.subjects]).toEqual([['a 1', 'a 2'], ['a 3']]);
    });

    it('have another relay as soon as one gives way, and the same one where there is no other', async () => {
      const other = new MemoryLog();
      const relay = (to: MemoryLog) =>
        new Relay({ url: database.url, log: to as unknown as EventLog, pollMs: 10, failed: () => undefined });
      const leaving = relay(log);
      const staying = relay(other);
      const publish = (n: number): Promise<void> =>
        transactions.run((tx) => {
          tx.publish(clock('a', n));
          return Promise.resolve();
        });
      try {
        leaving.start();
        await publish(1);
        await until('the first event', () => log.subjects.length === 1);
        staying.start();
        leaving.giveWay();
        await until('the other relay', () => staying.holdsLock);
        await publish(2);
        await until('the second event', () => other.subjects.length === 1);
        await staying.close();
        await publish(3);
        await until('the third event', () => log.subjects.length === 2);
      } finally {
        await Promise.all([leaving.close(), staying.close()]);
      }
      expect([log.subjects, other.subjects]).toEqual([['a 1', 'a 3'], ['a 2']]);
    });
  });
});
