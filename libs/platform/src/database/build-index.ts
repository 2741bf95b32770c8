import type { QueryRunner } from 'typeorm';

export interface IndexToBuild {
  readonly name: string;
  /** Table and columns, with WHERE if need be: `orders (placed_at DESC, id DESC)`. */
  readonly on: string;
  readonly unique?: boolean;
}

/**
 * Builds an index while others read and write its table, for a migration with `transaction = false`. Called again after
 * it was cut short at any point, it finishes: what a killed build left behind is INVALID, and is dropped first.
 *
 * It waits without a limit for the transactions of others, because it holds nobody up while it waits; those of the
 * services end within seconds.
 */
export async function buildIndex(runner: QueryRunner, { name, on, unique = false }: IndexToBuild): Promise<void> {
  const found = (await runner.query('SELECT indisvalid AS valid FROM pg_index WHERE indexrelid = to_regclass($1)', [
    name,
  ])) as { valid: boolean }[];
  if (found[0]?.valid) return;
  const [before] = (await runner.query('SHOW lock_timeout')) as { lock_timeout: string }[];
  await runner.query('SET lock_timeout = 0');
  if (found.length > 0) await runner.query(`DROP INDEX CONCURRENTLY ${name}`);
  await runner.query(`CREATE ${unique ? 'UNIQUE ' : ''}INDEX CONCURRENTLY ${name} ON ${on}`);
  await runner.query("SELECT set_config('lock_timeout', $1, false)", [before?.lock_timeout ?? '0']);
}
