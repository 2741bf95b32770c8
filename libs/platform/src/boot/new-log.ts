import { createDataSource, type DatabaseOptions } from '../database/database.js';
import { moveInSteps } from '../database/move-in-steps.js';
import { forgetCheckpoints } from '../consuming/forget-checkpoints.js';
import { giveUpDeadLetters } from '../consuming/give-up-dead-letters.js';
import { MigrationConfig, readConfig } from '../context/config.js';

interface Service {
  readonly name: string;
  readonly database: Omit<DatabaseOptions, 'url' | 'poolSize'>;
}

/**
 * `main.js new-log`, with the service stopped and the log empty, after a restore or the loss of the log: the service tells
 * again everything that it ever told, for its outbox keeps it, and reads the log from its beginning. What it has applied
 * before is passed over by its version. What others than services wrote to the log is not in it any more.
 */
export async function runNewLog({ name, database }: Service): Promise<void> {
  const config = readConfig(MigrationConfig, process.env);
  const url = config.SERAP_MIGRATION_DATABASE_URL ?? config.SERAP_DATABASE_URL;
  const dataSource = await createDataSource({ ...database, url, poolSize: 1 }).initialize();
  try {
    await dataSource.transaction(async (manager) => {
      await forgetCheckpoints(manager, `/serap/${name}`);
      await giveUpDeadLetters(manager, `/serap/${name}`);
    });
    const runner = dataSource.createQueryRunner();
    try {
      await moveInSteps(
        runner,
        `UPDATE outbox SET published_at = NULL
         WHERE id IN (SELECT id FROM outbox WHERE published_at IS NOT NULL LIMIT $1)`,
      );
    } finally {
      await runner.release();
    }
  } finally {
    await dataSource.destroy();
  }
}
