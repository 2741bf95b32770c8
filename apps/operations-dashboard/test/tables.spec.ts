import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { tableFaults } from '#platform/testing/tables.js';
import * as orders from '../src/persistence/order-tables.js';
import * as supply from '../src/persistence/supply-tables.js';
import { startDashboard, type Dashboard } from './dashboard.js';

let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await startDashboard();
});
afterAll(() => dashboard.stop());

it('describes every read model as the migrations have made it', async () => {
  const tables = [...Object.values(supply), ...Object.values(orders)];
  expect(await tableFaults(dashboard.query, tables)).toEqual([]);
});
