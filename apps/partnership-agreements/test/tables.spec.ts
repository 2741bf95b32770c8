import { afterAll, beforeAll, expect, it } from 'vitest';
import { tableFaults } from '#platform/testing/tables.js';
import * as tables from '../src/persistence/tables.js';
import { startAgreements, type Agreements } from './agreements.js';

let agreements: Agreements;
beforeAll(async () => {
  agreements = await startAgreements();
});
afterAll(() => agreements.stop());

it('describes every table as the migrations have made it', async () => {
  const query = <Row>(sql: string, parameters: unknown[]): Promise<Row[]> =>
    agreements.dataSource.query<Row[]>(sql, parameters);
  expect(await tableFaults(query, Object.values(tables))).toEqual([]);
});
