import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How much of what a lot holds back was refused. A new column with a constant default: safe on a live database. */
export class RefusedGoods1766500000002 implements MigrationInterface {
  readonly name = 'RefusedGoods1766500000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE lot_balance ADD refused bigint NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE lot_balance DROP refused');
  }
}
