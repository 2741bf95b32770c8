import type { DatabaseOptions } from '../database/database.js';
import { migrate, type MigrateOptions } from '../database/migrate.js';
import type { MigrationConfig } from '../context/config.js';

type Addresses = Pick<MigrationConfig, 'SERAP_DATABASE_URL' | 'SERAP_MIGRATION_DATABASE_URL' | 'SERAP_SERVICE_ROLE'>;

/** Brings a service's database up to date, as the role that owns its tables. */
export function runMigrations(
  config: Addresses,
  database: Omit<DatabaseOptions, 'url' | 'poolSize'>,
  how: Pick<MigrateOptions, 'signal' | 'progress'> = {},
): Promise<void> {
  const role = config.SERAP_SERVICE_ROLE;
  return migrate({
    ...database,
    ...how,
    url: config.SERAP_MIGRATION_DATABASE_URL ?? config.SERAP_DATABASE_URL,
    ...(role === undefined ? {} : { serviceRole: role }),
  });
}
