import type { DataSource } from 'typeorm';

const LOCK = 0x5e7a9;

/**
 * Runs the migrations that are missing. Replicas that start together wait for one another.
 *
 * @param dataSource initialised; its migrations are an explicit list in the order to run
 */
export async function migrate(dataSource: DataSource): Promise<void> {
  const holder = dataSource.createQueryRunner();
  await holder.connect();
  try {
    await holder.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await dataSource.runMigrations();
  } finally {
    await holder.query('SELECT pg_advisory_unlock($1)', [LOCK]);
    await holder.release();
  }
}
