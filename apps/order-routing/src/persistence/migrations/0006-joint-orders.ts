import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parts of small buyers in a line of a joint order. A column with a constant default: safe on a live database. */
export class JointOrders1764500000000 implements MigrationInterface {
  name = 'JointOrders1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE order_line ADD COLUMN parts jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE order_line DROP COLUMN parts');
  }
}
