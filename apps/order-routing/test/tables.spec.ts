import { afterAll, beforeAll, expect, it } from 'vitest';
import { tableFaults } from '#platform/testing/tables.js';
import * as agreementTables from '../src/persistence/agreement-tables.js';
import * as shipmentTables from '../src/persistence/shipment-tables.js';
import * as tables from '../src/persistence/tables.js';
import { RoutingFixture } from './routing-app.js';

let routing: RoutingFixture;
beforeAll(async () => {
  routing = await RoutingFixture.open();
});
afterAll(() => routing.close());

it('describes every table as the migrations have made it', async () => {
  const query = <Row>(sql: string, parameters: unknown[]): Promise<Row[]> =>
    routing.dataSource.query<Row[]>(sql, parameters);
  expect(
    await tableFaults(
      query,
      [tables, shipmentTables, agreementTables].flatMap((file) => Object.values(file)),
    ),
  ).toEqual([]);
});
