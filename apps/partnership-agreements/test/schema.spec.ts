import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startAgreements, type Agreements } from './agreements.js';

let agreements: Agreements;
beforeAll(async () => {
  agreements = await startAgreements();
});
afterAll(async () => {
  await agreements.stop();
});

it('tables.ts and the migrations agree', async () => {
  const { upQueries } = await agreements.dataSource.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});

it('the agreement would notice a column that differs', async () => {
  await agreements.dataSource.query('ALTER TABLE agreement ALTER COLUMN title DROP NOT NULL');
  const { upQueries } = await agreements.dataSource.driver.createSchemaBuilder().log();
  expect(upQueries).not.toEqual([]);
});
