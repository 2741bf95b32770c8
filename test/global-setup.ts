import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../tools/postgres/server.js';

/** Starts one PostgreSQL for all suites, unless the runner has already done so. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['SERAP_TEST_POSTGRES']) return undefined;
  const home = join(tmpdir(), 'serap-tests', String(process.pid), 'postgres');
  const server = await startPostgres({ home, durable: false });
  process.env['SERAP_TEST_POSTGRES'] = server.url('postgres');
  return async () => {
    await server.stop();
    await rm(join(home, '..'), { recursive: true, force: true });
  };
}
