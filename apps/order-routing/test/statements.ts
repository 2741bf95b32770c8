import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource, type Logger, type QueryRunner } from 'typeorm';

/** The first statement of a deciding transaction: apps/order-routing/src/runtime/lease.ts. */
const GUARD = 'UPDATE market SET version';

/** How many statements the deciding transactions take while `work` goes on; what timers look for is not among them. */
export async function statements(app: NestFastifyApplication, work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const deciding = new Set<QueryRunner>();
  const counter: Partial<Logger> = {
    logQuery: (sql, _parameters, runner) => {
      if (!runner) return;
      if (sql.startsWith(GUARD)) {
        deciding.add(runner);
        // Its beginning was not known for one.
        count += 1;
      }
      if (!deciding.has(runner)) return;
      count += 1;
      if (/^(COMMIT|ROLLBACK)/.test(sql)) deciding.delete(runner);
    },
  };
  const dataSource = app.get(DataSource);
  const { logger } = dataSource;
  dataSource.logger = { ...quiet, ...counter };
  try {
    await work();
  } finally {
    dataSource.logger = logger;
  }
  return count;
}

const quiet: Logger = {
  logQuery: () => undefined,
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};
