import { afterAll, beforeAll, expect, it } from 'vitest';
import { CERTIFICATE_STATUSES, PRODUCER_STATUSES } from '#kernel/states.js';
import { BASE_UNITS } from '#kernel/units.js';
import { migrate } from '#platform/database/migrate.js';
import { testDatabase } from '#platform/testing/postgres.js';
import { tableFaults } from '#platform/testing/tables.js';
import { database } from '../src/persistence/data-source.js';
import * as tables from '../src/persistence/tables.js';
import { startRegistry, type Registry } from './registry.js';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(() => registry.stop());

it('describes every table as the migrations have made it', async () => {
  const query = <Row>(sql: string, parameters: unknown[]): Promise<Row[]> =>
    registry.dataSource.query<Row[]>(sql, parameters);
  expect(await tableFaults(query, Object.values(tables))).toEqual([]);
});

/** Migrations are never edited, so what they check is held against the lists that everything else takes. */
it.each([
  ['producer_status', PRODUCER_STATUSES],
  ['certificate_status', CERTIFICATE_STATUSES],
  ['product_unit', BASE_UNITS],
] as const)('%s lets in what the kernel lists, and nothing else', async (name, listed) => {
  const [constraint] = await registry.dataSource.query<{ text: string }[]>(
    'SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE conname = $1',
    [name],
  );
  expect([...(constraint?.text ?? '').matchAll(/'([\w-]+)'/g)].map(([, value]) => value)).toEqual(listed);
});

it('is made by an owner of the database who is no superuser', async () => {
  const db = await testDatabase();
  const name = new URL(db.url).pathname.slice(1);
  const owner = `owner_of_${name}`;
  await registry.dataSource.query(`CREATE ROLE ${owner} LOGIN PASSWORD 'secret'`);
  await registry.dataSource.query(`ALTER DATABASE ${name} OWNER TO ${owner}`);
  try {
    const url = Object.assign(new URL(db.url), { username: owner, password: 'secret' }).href;
    await migrate({ ...database, url });
  } finally {
    await db.drop();
    await registry.dataSource.query(`DROP ROLE ${owner}`);
  }
});
