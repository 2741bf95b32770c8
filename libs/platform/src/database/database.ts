import 'reflect-metadata';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { parseDatabaseAddress } from '#postgres/address.js';
import { connectionOptions } from '#postgres/connection.js';

export interface DatabaseOptions {
  readonly url: string;
  readonly migrations: NonNullable<DataSourceOptions['migrations']>;
  readonly poolSize?: number;
  /** Longest transaction in milliseconds, 5 s unless said otherwise; 0: no limit, as for migrations. */
  readonly transactionLimitMs?: number | undefined;
  /** See SessionOptions. */
  readonly silenceMs?: number | undefined;
}

/** The one way to a service's own database. Not connected yet: `initialize()` does that. */
export function createDataSource(options: DatabaseOptions): DataSource {
  const { url, transactionLimitMs, silenceMs } = options;
  const address = parseDatabaseAddress(url);
  return new DataSource({
    type: 'postgres',
    database: address.database,
    migrations: options.migrations,
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    poolSize: options.poolSize ?? 10,
    // Dates are text and instants are Date; the session's own zone never matters.
    parseInt8: true,
    extra: connectionOptions({ address, transactionLimitMs, silenceMs }),
  });
}
