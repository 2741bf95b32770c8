import { setTimeout as sleep } from 'node:timers/promises';
import { MigrationExecutor, type DataSource, type QueryRunner } from 'typeorm';
import { release } from '../context/release.js';
import { parseDatabaseAddress } from '#postgres/address.js';
import { createClient } from '#postgres/connection.js';
import { createDataSource, type DatabaseOptions } from './database.js';
import { grantTo } from './grant-to.js';
import type { Query } from '#postgres/require-postgres.js';
import { compareSchema, schemaTrouble } from './schema-trouble.js';
import { migrationNames } from './migration-names.js';
import { sqlState } from '#postgres/sql-state.js';

const LOCK = 0x5e7a9;
const LOOK_MS = 100;

/** Somebody who waits for a table lock holds up everyone behind him: he waits for so long, and then lets them pass. */
const LOCK_TRY_MS = 1_000;
const LOCK_PAUSE_MS = 500;
const LOCK_PATIENCE_MS = 15 * 60_000;
/** Lock not available in time, deadlock. */
const TRY_AGAIN = new Set(['55P03', '40P01']);

export interface MigrateOptions extends Omit<DatabaseOptions, 'poolSize'> {
  /** Role of the services; absent: the migrating role is theirs. */
  readonly serviceRole?: string;
  /** Ends it in order: what is under way is undone, and the next run goes on from there. */
  readonly signal?: AbortSignal;
  readonly progress?: (what: string) => void;
}

/**
 * Runs the migrations that are missing, one migrator at a time, on a connection of its own without the services' limit of
 * time. A migration is either a transaction, or (with `transaction = false`) does by steps what must not be one: see
 * build-index.ts and move-in-steps.ts. Killed at any point, the next run goes on.
 *
 * @throws WrongServer on a server that is too old; Error on a schema that is newer than this code
 */
export async function migrate(options: MigrateOptions): Promise<void> {
  const { signal } = options;
  signal?.throwIfAborted();
  const dataSource = await createDataSource({ ...options, poolSize: 1, transactionLimitMs: 0 }).initialize();
  const runner = dataSource.createQueryRunner();
  let cut: Promise<void> | undefined;
  const abort = (): void => {
    cut = endSession(options.url, runner);
  };
  try {
    await prepare(runner);
    signal?.addEventListener('abort', abort);
    signal?.throwIfAborted();
    await takeTurn(runner, options);
    await bringUpToDate(dataSource, runner, options);
  } catch (error) {
    await cut;
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', abort);
    await runner.release().catch(() => undefined);
    // Its one session ends, and the lock with it.
    await dataSource.destroy();
  }
}

/** A session whose statements take as long as they take, but end when their client is gone. */
async function prepare(runner: QueryRunner): Promise<void> {
  const settings = {
    statement_timeout: '0',
    idle_in_transaction_session_timeout: '0',
    idle_session_timeout: '0',
    lock_timeout: String(LOCK_TRY_MS),
    client_connection_check_interval: '1000',
    application_name: 'serap migrate',
  };
  for (const [name, value] of Object.entries(settings)) {
    await runner.query('SELECT set_config($1, $2, false)', [name, value]);
  }
}

/**
 * Waits until no other migrator is at work. It asks again and again instead of waiting inside PostgreSQL: a statement that
 * waits there has a snapshot, for whose end a CREATE INDEX CONCURRENTLY of the other would wait in turn.
 */
async function takeTurn(runner: QueryRunner, { signal, progress }: MigrateOptions): Promise<void> {
  for (let told = false; ;) {
    const rows = (await runner.query('SELECT pg_try_advisory_lock($1) AS mine', [LOCK])) as { mine: boolean }[];
    if (rows[0]?.mine) return;
    if (!told) progress?.('Another migration is under way; this one waits for its turn.');
    told = true;
    await sleep(LOOK_MS, undefined, { signal });
  }
}

async function bringUpToDate(dataSource: DataSource, runner: QueryRunner, options: MigrateOptions): Promise<void> {
  const executor = new MigrationExecutor(dataSource, runner);
  const pending = await executor.getPendingMigrations();
  const query = queryOf(runner);
  const { version, before } = release();
  const needs = { migrations: migrationNames(options.migrations), version };
  const difference = await compareSchema(query, needs);
  if (difference.unknown.length > 0) {
    // The next release has been here. It takes this one along, or nobody may go on.
    const trouble = schemaTrouble(difference, needs);
    if (trouble !== undefined) throw trouble;
    return;
  }
  // First: services of the release before look here when they meet a migration that they do not know.
  await noteRelease(query, version, before.version);
  for (const migration of pending) {
    const from = performance.now();
    await inTries(() => apply(executor, runner, migration), options);
    options.progress?.(`${migration.name}: done in ${((performance.now() - from) / 1000).toFixed(1)} s`);
  }
  if (options.serviceRole !== undefined) await grantTo(query, options.serviceRole);
}

type Pending = Awaited<ReturnType<MigrationExecutor['getPendingMigrations']>>[number];

async function apply(executor: MigrationExecutor, runner: QueryRunner, migration: Pending): Promise<void> {
  if (migration.instance?.transaction === false) {
    await executor.executeMigration(migration);
    return;
  }
  await runner.startTransaction();
  try {
    await executor.executeMigration(migration);
    await runner.commitTransaction();
  } catch (error) {
    // A connection that is gone rolls back by itself, and its own error is the one to tell.
    await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  }
}

async function inTries(work: () => Promise<void>, { signal, progress }: MigrateOptions): Promise<void> {
  for (const end = Date.now() + LOCK_PATIENCE_MS; ;) {
    try {
      await work();
      return;
    } catch (error) {
      if (!TRY_AGAIN.has(sqlState(error) ?? '') || Date.now() > end) throw error;
      progress?.('A table is in use; tried again shortly.');
      await sleep(LOCK_PAUSE_MS, undefined, { signal });
    }
  }
}

async function noteRelease(query: Query, version: string, before: string): Promise<void> {
  await query(`CREATE TABLE IF NOT EXISTS schema_release (
    version text PRIMARY KEY, before text NOT NULL, migrated_at timestamptz NOT NULL)`);
  await query(
    `INSERT INTO schema_release VALUES ($1, $2, clock_timestamp())
     ON CONFLICT (version) DO UPDATE SET before = excluded.before, migrated_at = excluded.migrated_at`,
    [version, before],
  );
}

/** Ends the migrating session from outside: PostgreSQL undoes the transaction under way, and gives the lock back. */
async function endSession(url: string, runner: QueryRunner): Promise<void> {
  const { processID } = (await runner.connect()) as { processID: number };
  const client = createClient({ address: parseDatabaseAddress(url) });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT pg_terminate_backend($1)', [processID]);
  } catch {
    // Without the server there is no session left to end.
  } finally {
    await client.end().catch(() => undefined);
  }
}

function queryOf(runner: QueryRunner): Query {
  return <Row>(sql: string, parameters?: unknown[]) => runner.query(sql, parameters) as Promise<Row[]>;
}
