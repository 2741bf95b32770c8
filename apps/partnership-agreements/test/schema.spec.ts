import { expect, it } from 'vitest';
import { createDataSource } from '#platform/database/database.js';
import { testDatabase } from '#platform/testing/postgres.js';
import { Initial1743000000000 } from '../src/persistence/migrations/0001-initial.js';
import { Addenda1743100000000 } from '../src/persistence/migrations/0002-addenda.js';

it('what was signed before editions were kept becomes its first edition, and drafts do not', async () => {
  const db = await testDatabase();
  const migrate = async (migrations: (new () => object)[], sql: string): Promise<object[]> => {
    const dataSource = await createDataSource({ url: db.url, migrations }).initialize();
    try {
      await dataSource.runMigrations();
      return await dataSource.query(sql);
    } finally {
      await dataSource.destroy();
    }
  };
  try {
    await migrate(
      [Initial1743000000000],
      `WITH a AS (
         INSERT INTO agreement (id, origin, partner, title, regime, needs_council, stage, edition, effective_from, effective_to, version)
         VALUES ('01900000-0000-7000-8000-000000000001', '33.02', '82.71', 'Signed', 'r', false, 'in-force', 1, '2019-02-28T17:00Z', '2019-12-31T17:00Z', 4),
                ('01900000-0000-7000-8000-000000000002', '33.02', '73', 'Draft', 'r', false, 'pks-drafting', 1, NULL, NULL, 1)
         RETURNING id),
       s AS (INSERT INTO stage_reached (agreement_id, number, stage, at, by)
             SELECT id, 1, CASE WHEN right(id::text, 1) = '1' THEN 'pks-signed' ELSE 'pks-drafting' END, '2019-02-20T02:00Z', 'o' FROM a)
       INSERT INTO term (id, agreement_id, destination, commodity, unit, quota, period, minimum_lot, freight, transit_days, certificates)
       SELECT gen_random_uuid(), id, '82.71', 'sugar', 'GRAM', 7, 'day', 0, 0, 1, '{}' FROM a`,
    );
    const editions = await migrate(
      [Initial1743000000000, Addenda1743100000000],
      `SELECT e.number, e.recorded_by AS by, t.quota, right(e.agreement_id::text, 1) AS agreement
       FROM edition e JOIN edition_term t ON t.agreement_id = e.agreement_id AND t.edition = e.number`,
    );
    expect(editions).toEqual([{ number: 1, by: 'o', quota: 7, agreement: '1' }]);
  } finally {
    await db.drop();
  }
});
