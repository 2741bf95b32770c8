import { DomainError } from '#kernel/domain-error.js';
import type { Query } from '#postgres/require-postgres.js';

/** What a release's code says of the schema it works with. */
export interface SchemaNeeds {
  /** Names of its migrations. */
  readonly migrations: readonly string[];
  /** Version of the release. */
  readonly version: string;
}

export interface SchemaDifference {
  /** Migrations that the code needs and the database has not seen. */
  readonly missing: readonly string[];
  /** Migrations of the database that the code does not know. */
  readonly unknown: readonly string[];
  /** The release that migrated last, and the one that still works on its schema; absent before the first of them. */
  readonly newest?: { readonly version: string; readonly before: string };
}

/** Compares what the database has with what the code needs; an empty database lacks everything. */
export async function compareSchema(query: Query, needs: SchemaNeeds): Promise<SchemaDifference> {
  const [there] = await query<{ migrations: boolean; releases: boolean }>(
    `SELECT to_regclass('migrations') IS NOT NULL AS migrations, to_regclass('schema_release') IS NOT NULL AS releases`,
  );
  const done = there?.migrations
    ? await query<{ name: string }>('SELECT name FROM migrations ORDER BY timestamp, id')
    : [];
  const [newest] = there?.releases
    ? await query<{ version: string; before: string }>(
        'SELECT version, before FROM schema_release ORDER BY migrated_at DESC LIMIT 1',
      )
    : [];
  const names = done.map(({ name }) => name);
  return {
    missing: needs.migrations.filter((name) => !names.includes(name)),
    unknown: names.filter((name) => !needs.migrations.includes(name)),
    ...(newest === undefined ? {} : { newest }),
  };
}

/**
 * Whether this code may work on the database: it has the schema that the code was written for, or the next release's,
 * which by the rule of two steps still serves this one (docs/decisions/0031-upgrades.md).
 *
 * @returns why not; undefined when it may
 */
export function schemaTrouble(difference: SchemaDifference, { version }: SchemaNeeds): DomainError | undefined {
  const { missing, unknown, newest } = difference;
  if (missing.length > 0) return new DomainError('UNAVAILABLE.schema-older', { version, missing: missing.join(', ') });
  if (unknown.length === 0 || newest?.before === version) return undefined;
  const maker = newest ? ` (${newest.version})` : '';
  return new DomainError('UNAVAILABLE.schema-newer', { version, unknown: unknown.join(', '), maker });
}
