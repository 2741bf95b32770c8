import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the row of a file means that an order came from. A new nullable column: safe on a live database. */
export class Meanings1766600000000 implements MigrationInterface {
  readonly name = 'Meanings1766600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE orders ADD COLUMN meaning text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE orders DROP COLUMN meaning');
  }
}
