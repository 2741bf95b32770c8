import 'reflect-metadata';
import { DataSource, type DataSourceOptions, type EntitySchema, type MixedList } from 'typeorm';

export interface DatabaseOptions {
  readonly url: string;
  readonly entities: MixedList<EntitySchema>;
  readonly migrations: NonNullable<DataSourceOptions['migrations']>;
  readonly poolSize?: number;
}

/** A longer transaction would hold back the relays of every database on the server (architecture.md: 5 s). */
const TRANSACTION_LIMIT_MS = 5_000;

/** The one way to a service's own database. Not connected yet: `initialize()` does that. */
export function createDataSource(options: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: options.entities,
    migrations: options.migrations,
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    poolSize: options.poolSize ?? 10,
    // Dates are text and instants are Date; the session's own zone never matters.
    parseInt8: true,
    extra: {
      options: `-c transaction_timeout=${String(TRANSACTION_LIMIT_MS)} -c timezone=UTC`,
      keepAlive: true,
      connectionTimeoutMillis: 3_000,
    },
  });
}
