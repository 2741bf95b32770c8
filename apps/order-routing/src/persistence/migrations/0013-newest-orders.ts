import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders are listed newest first; ids say nothing of time. On a large live database make the index CONCURRENTLY first. */
export class NewestOrders1765200000001 implements MigrationInterface {
  name = 'NewestOrders1765200000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX IF NOT EXISTS orders_newest ON orders (placed_at DESC, id DESC)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX orders_newest');
  }
}
