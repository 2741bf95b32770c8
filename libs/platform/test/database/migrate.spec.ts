import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { once } from 'node:events';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { buildIndex } from '#platform/database/build-index.js';
import { migrate, type MigrateOptions } from '#platform/database/migrate.js';
import { moveInSteps } from '#platform/database/move-in-steps.js';
import { testDatabase } from '#platform/testing/postgres.js';
import { until } from '#platform/testing/until.js';
import { migratorProcess } from './migrator-process.js';

/** One migration of a test. */
function migration(name: string, up: (runner: QueryRunner) => Promise<unknown>, transaction = true) {
  return class implements MigrationInterface {
    readonly name = name;
    readonly transaction = transaction;
    async up(runner: QueryRunner): Promise<void> {
      await up(runner);
    }
    down(): Promise<void> {
      return Promise.reject(new Error('not undone'));
    }
  };
}

const Things1 = migration('Things1764000000001', (runner) =>
  runner.query(
    'CREATE TABLE thing (id int PRIMARY KEY, n int); INSERT INTO thing SELECT i FROM generate_series(1, 5000) i',
  ),
);
const Index2 = migration(
  'Index1764000000002',
  (runner) => buildIndex(runner, { name: 'thing_n', on: 'thing (n)' }),
  false,
);

let database: { url: string; drop: () => Promise<void> };
const clients: pg.Client[] = [];

beforeEach(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.end();
  await database.drop();
});

async function session(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  clients.push(client);
  return client;
}

function run(migrations: MigrateOptions['migrations'], how: Partial<MigrateOptions> = {}): Promise<void> {
  return migrate({ url: database.url, migrations, ...how });
}

const INDEX = "SELECT indisvalid AS valid FROM pg_index WHERE indexrelid = to_regclass('thing_n')";
const MIGRATORS = `SELECT 1 FROM pg_stat_activity WHERE application_name = 'serap migrate' AND datname = current_database()`;
const DONE = 'SELECT name FROM migrations ORDER BY timestamp';

describe('a migration', () => {
  it('may take longer than a transaction of a service', async () => {
    await run([migration('Slow1764000000001', (runner) => runner.query('CREATE TABLE slow (); SELECT pg_sleep(6)'))]);
    expect((await (await session()).query(DONE)).rows).toEqual([{ name: 'Slow1764000000001' }]);
  });

  it('that waits for a table in use lets everyone behind it pass, and is tried until the table is free', async () => {
    await run([Things1]);
    const holder = await session();
    await holder.query('BEGIN; SELECT * FROM thing LIMIT 1');
    const tries: string[] = [];
    const alter = run(
      [Things1, migration('Alter1764000000002', (r) => r.query('ALTER TABLE thing ADD COLUMN m int'))],
      {
        progress: (what) => tries.push(what),
      },
    );
    const reader = await session();
    await until(() => tries.includes('A table is in use; tried again shortly.'));
    // Between two tries, or when the try that is under way gives up: never as long as the holder stays.
    await reader.query("SET statement_timeout = '20s'");
    await reader.query('SELECT * FROM thing LIMIT 1');
    await holder.query('COMMIT');
    await alter;
    expect((await reader.query('SELECT m FROM thing LIMIT 1')).rows).toEqual([{ m: null }]);
  });

  it('that fails leaves nothing of itself, and keeps those before it', async () => {
    const broken = migration('Broken1764000000002', (r) => r.query('CREATE TABLE half (); SELECT 1 / 0'));
    await expect(run([Things1, broken])).rejects.toThrow('division by zero');
    const { rows } = await (await session()).query("SELECT to_regclass('thing') AS thing, to_regclass('half') AS half");
    expect(rows).toEqual([{ thing: 'thing', half: null }]);
  });

  it('moves data in steps that each commit for themselves, and goes on where it was cut short', async () => {
    await run([Things1]);
    const transactions = new Set<string>();
    let cut = true;
    const move = migration(
      'Move1764000000002',
      async (runner) => {
        if (cut) {
          cut = false;
          await runner.query('UPDATE thing SET n = id WHERE id <= 10');
          throw new Error('killed');
        }
        expect(
          await moveInSteps(
            runner,
            'UPDATE thing SET n = id WHERE id IN (SELECT id FROM thing WHERE n IS NULL LIMIT $1)',
          ),
        ).toBe(4_990);
        for (const { xmin } of (await runner.query('SELECT DISTINCT xmin::text AS xmin FROM thing')) as {
          xmin: string;
        }[]) {
          transactions.add(xmin);
        }
      },
      false,
    );
    await expect(run([Things1, move])).rejects.toThrow('killed');
    await run([Things1, move]);
    expect(transactions.size).toBeGreaterThan(2);
  });

  it('takes smaller steps when one would take longer than 5 s', async () => {
    await run([Things1]);
    const move = migration(
      'Move1764000000002',
      // 12 ms a row: a step of 1,000 rows would take 12 s.
      (runner) =>
        moveInSteps(
          runner,
          `UPDATE thing SET n = id FROM (SELECT id AS chosen, pg_sleep(0.012) FROM thing WHERE n IS NULL AND id <= 600 LIMIT $1) c
           WHERE id = chosen`,
        ),
      false,
    );
    await run([Things1, move]);
    const { rows } = await (await session()).query('SELECT count(*)::int AS moved FROM thing WHERE n IS NOT NULL');
    expect(rows).toEqual([{ moved: 600 }]);
  });
});

describe('an index', () => {
  /** Somebody whose open transaction every concurrent build waits for, once it has made the index INVALID. */
  async function holdUp(): Promise<pg.Client> {
    const holder = await session();
    await holder.query('BEGIN; UPDATE thing SET n = 1 WHERE id = 1');
    return holder;
  }

  it('whose build is killed is built again, and does not stay INVALID', async () => {
    await run([Things1]);
    const holder = await holdUp();
    const looker = await session();
    const child = migratorProcess(database.url);
    await until(async () => (await looker.query(INDEX)).rows.length > 0);
    child.kill('SIGKILL');
    await once(child, 'exit');
    // PostgreSQL notices that nobody waits for the build any more, and ends it.
    await until(async () => (await looker.query(MIGRATORS)).rows.length === 0);
    expect((await looker.query(INDEX)).rows).toEqual([{ valid: false }]);
    await holder.query('COMMIT');
    await run([Things1, Index2]);
    expect((await looker.query(INDEX)).rows).toEqual([{ valid: true }]);
    expect((await looker.query(DONE)).rows).toHaveLength(2);
  });

  it('is built while a second migrator waits for its turn, and neither waits for the other', async () => {
    await run([Things1]);
    const holder = await holdUp();
    const looker = await session();
    const first = run([Things1, Index2]);
    await until(async () => (await looker.query(INDEX)).rows.length > 0);
    const told: string[] = [];
    const second = run([Things1, Index2], { progress: (what) => told.push(what) });
    await until(() => told.length > 0);
    await holder.query('COMMIT');
    await Promise.all([first, second]);
    expect(told).toEqual(['Another migration is under way; this one waits for its turn.']);
    expect((await looker.query(INDEX)).rows).toEqual([{ valid: true }]);
  });
});

describe('an end that is asked for', () => {
  it('undoes the migration under way, keeps those before it, and lets the next migrator in at once', async () => {
    const ending = new AbortController();
    const sleepy = migration('Sleepy1764000000002', (r) => r.query('CREATE TABLE half (); SELECT pg_sleep(600)'));
    const asked = run([Things1, sleepy], { signal: ending.signal });
    const looker = await session();
    await until(
      async () => (await looker.query("SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'")).rows.length > 0,
    );
    ending.abort(new Error('asked'));
    await expect(asked).rejects.toThrow('asked');
    await run([Things1]);
    const { rows } = await looker.query("SELECT to_regclass('thing') AS thing, to_regclass('half') AS half");
    expect(rows).toEqual([{ thing: 'thing', half: null }]);
  });
});

describe('the role of a service', () => {
  it('reads and writes rows, makes no tables, and changes nothing that is recorded of migrations', async () => {
    const admin = await session();
    const role = `r_${String(process.pid)}_${String(Date.now())}`;
    await admin.query(`CREATE ROLE ${role}`);
    try {
      await run([Things1], { serviceRole: role });
      await admin.query(`SET ROLE ${role}`);
      await admin.query(
        'INSERT INTO thing VALUES (0, 0); UPDATE thing SET n = 1 WHERE id = 0; DELETE FROM thing WHERE id = 0',
      );
      await expect(admin.query('CREATE TABLE own ()')).rejects.toThrow('permission denied');
      await expect(admin.query('DELETE FROM migrations')).rejects.toThrow('permission denied');
      expect((await admin.query(DONE)).rows).toHaveLength(1);
    } finally {
      await admin.query(`RESET ROLE; DROP OWNED BY ${role}; DROP ROLE ${role}`);
    }
  });
});
