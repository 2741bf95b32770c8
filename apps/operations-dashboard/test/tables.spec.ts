import { afterAll, beforeAll, expect, it } from 'vitest';
import { tableFaults } from '#platform/testing/tables.js';
import { READ_MODELS } from '../src/persistence/rebuild.js';
import * as orders from '../src/persistence/order-tables.js';
import * as supply from '../src/persistence/supply-tables.js';
import { startDashboard, type Dashboard } from './dashboard.js';

let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await startDashboard();
});
afterAll(() => dashboard.stop());

const tables = [...Object.values(supply), ...Object.values(orders)];

it('a rebuild empties every read model', () => {
  expect(tables.map(({ name }) => name).filter((name) => !READ_MODELS.includes(name))).toEqual([]);
});

it('describes every read model as the migrations have made it', async () => {
  expect(await tableFaults(dashboard.query, tables)).toEqual([]);
});
