import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startRegistry, type Registry } from './registry.js';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => {
  await registry.stop();
});

it('tables.ts and the migrations agree', async () => {
  const { upQueries } = await registry.dataSource.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});

it('the agreement would notice a column that differs', async () => {
  await registry.dataSource.query('ALTER TABLE product ALTER COLUMN name DROP NOT NULL');
  const { upQueries } = await registry.dataSource.driver.createSchemaBuilder().log();
  expect(upQueries).not.toEqual([]);
});
