import type { DatabaseOptions } from '#platform/database/database.js';
import { Market1764000000001 } from './migrations/0001-market.js';

/** No entities: the market is written by its owner in multi-row statements (save-changes.ts) and read as one SELECT. */
export const database: Omit<DatabaseOptions, 'url' | 'poolSize'> = {
  entities: [],
  migrations: [Market1764000000001],
};
