import type { DataSourceOptions } from 'typeorm';
import type { Topic } from '#contracts/topics.js';
import type { ServiceConfig } from './config.js';

export interface ServiceOptions {
  /** The service's name: consumer group, CloudEvents source (`/serap/<name>`) and log field. */
  readonly name: string;
  readonly config: ServiceConfig;
  readonly database: { readonly migrations: NonNullable<DataSourceOptions['migrations']> };
  /** Topics whose events its `@EventPattern` methods handle. */
  readonly consumes: readonly Topic[];
  /** Whether systems come in with API keys; its database then has the table. */
  readonly apiKeys?: boolean;
  /** Where its paths begin, e.g. `api/registry`. */
  readonly path: string;
}

export const SERVICE_OPTIONS = Symbol('ServiceOptions');
