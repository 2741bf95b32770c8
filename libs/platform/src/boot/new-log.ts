import { createDataSource, type DatabaseOptions } from '../database/database.js';
import { moveInSteps } from '../database/move-in-steps.js';
import { forgetCheckpoints } from '../consuming/forget-checkpoints.js';
import { giveUpDeadLetters } from '../consuming/give-up-dead-letters.js';
import { MigrationConfig, readConfig } from '../context/config.js';
import { ServiceLogger } from '../context/logger.js';
import { release } from '../context/release.js';
import { migrationNames } from '../database/migration-names.js';
import { compareSchema } from '../database/schema-trouble.js';
import { Refused } from './refused.js';
import type { DataSource } from 'typeorm';
import type { Query } from '#postgres/require-postgres.js';

interface Service {
  readonly name: string;
  readonly database: Omit<DatabaseOptions, 'url' | 'poolSize'>;
}

/**
 * `main.js new-log`, with the service stopped and the log empty, after a restore or the loss of the log: the service tells
 * again everything that it ever told, for its outbox keeps it, and reads the log from its beginning. What it has applied
 * before is passed over by its version. What others than services wrote to the log is not in it any more.
 *
 * @throws Refused for a database that is not this service's
 */
export async function runNewLog({ name, database }: Service): Promise<void> {
  const config = readConfig(MigrationConfig);
  const url = config.SERAP_MIGRATION_DATABASE_URL ?? config.SERAP_DATABASE_URL;
  const dataSource = await createDataSource({ ...database, url, poolSize: 1 }).initialize();
  try {
    await requireOwn(dataSource, { name, database });
    await dataSource.transaction(async (manager) => {
      await forgetCheckpoints(manager, `/serap/${name}`);
      await giveUpDeadLetters(manager, `/serap/${name}`);
    });
    const runner = dataSource.createQueryRunner();
    try {
      const again = await moveInSteps(
        runner,
        `UPDATE outbox SET published_at = NULL
         WHERE id IN (SELECT id FROM outbox WHERE published_at IS NOT NULL LIMIT $1)`,
      );
      const done = `${String(again)} events are told again at the next start, and the log is read from its beginning`;
      new ServiceLogger(name, config.SERAP_LOG_LEVEL).log(done, 'NewLog');
    } finally {
      await runner.release();
    }
  } finally {
    await dataSource.destroy();
  }
}

/** A backup of the release before may be migrated later; what another service told is never told in this one's name. */
async function requireOwn(dataSource: DataSource, { name, database }: Service): Promise<void> {
  const needs = { migrations: migrationNames(database.migrations), version: release().version };
  const query: Query = (sql, parameters) => dataSource.query(sql, parameters);
  const { missing, unknown } = await compareSchema(query, needs);
  const setting = 'SERAP_MIGRATION_DATABASE_URL, or SERAP_DATABASE_URL where that is not set';
  if (missing.length > 0 && unknown.length > 0) {
    throw new Refused(`This database is another service's, not that of ${name}: change ${setting}. Nothing was done.`);
  }
  if (missing.length === needs.migrations.length) {
    throw new Refused(`This database has nothing of ${name}: run "migrate", or change ${setting}. Nothing was done.`);
  }
}
