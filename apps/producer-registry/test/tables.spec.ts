import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { tableFaults } from '#platform/testing/tables.js';
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
