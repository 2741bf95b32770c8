import type { MigrationInterface } from 'typeorm';
import type { DatabaseOptions } from './database.js';

/** Names of a service's migrations, in the order in which they run: by the time that ends each name. */
export function migrationNames(migrations: DatabaseOptions['migrations']): string[] {
  const list = Array.isArray(migrations) ? migrations : Object.values(migrations);
  const names = list.map((migration: unknown) => {
    const type = migration as new () => MigrationInterface;
    return new type().name ?? type.name;
  });
  return names.sort((one, other) => Number(one.slice(-13)) - Number(other.slice(-13)));
}
