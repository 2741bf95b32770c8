import type { MigrationInterface } from 'typeorm';
import type { DatabaseOptions } from './database.js';

/** Names of a service's migrations, in the order in which they run. */
export function migrationNames(migrations: DatabaseOptions['migrations']): string[] {
  const list = Array.isArray(migrations) ? migrations : Object.values(migrations);
  return list.map((migration: unknown) => {
    const type = migration as new () => MigrationInterface;
    return new type().name ?? type.name;
  });
}
