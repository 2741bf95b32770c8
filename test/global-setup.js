import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Starts one PostgreSQL for all suites, unless the runner has already done so. */
export default async function setup() {
  if (process.env.SERAP_TEST_POSTGRES) return;
  const { startPostgres } = await import('../dist/tools/postgres/server.js').catch((error) => {
    throw new Error(`Build first: npm run build (${error.message})`);
  });
  const home = join(tmpdir(), 'serap-tests', String(process.pid), 'postgres');
  const server = await startPostgres({ home, durable: false });
  process.env.SERAP_TEST_POSTGRES = server.url('postgres');
  globalThis.serapTestPostgres = async () => {
    await server.stop();
    await rm(join(home, '..'), { recursive: true, force: true });
  };
}
