import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files are of a kind; those until now are of orders. A new column with a default: safe on a live database. */
export class UploadKind1764600000001 implements MigrationInterface {
  name = 'UploadKind1764600000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE upload ADD kind text NOT NULL DEFAULT 'orders'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE upload DROP kind');
  }
}
