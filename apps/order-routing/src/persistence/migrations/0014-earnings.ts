import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sellers read what their lots were allocated and earned, newest run first. On a large live database make the indexes
 * CONCURRENTLY first.
 */
export class Earnings1765300000002 implements MigrationInterface {
  name = 'Earnings1765300000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE INDEX IF NOT EXISTS allocation_run ON allocation (run_id, id);
CREATE INDEX IF NOT EXISTS lot_seller ON lot (seller_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX allocation_run; DROP INDEX lot_seller');
  }
}
