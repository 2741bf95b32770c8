import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When orders were placed, which is how they are listed; ids say nothing of it. A rewrite of one table: a pause on a live database. */
export class PlacedAt1765200000000 implements MigrationInterface {
  name = 'PlacedAt1765200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE placed_order ADD placed_at timestamptz;
UPDATE placed_order SET placed_at = changed_at;
ALTER TABLE placed_order ALTER placed_at SET NOT NULL;
DROP INDEX placed_order_newest;
CREATE INDEX placed_order_newest ON placed_order (placed_at DESC, order_id DESC)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP INDEX placed_order_newest;
CREATE INDEX placed_order_newest ON placed_order (changed_at DESC, order_id DESC);
ALTER TABLE placed_order DROP placed_at`);
  }
}
