import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a lot was recalled. A new nullable column: safe on a live database. */
export class Recalls1766800000005 implements MigrationInterface {
  readonly name = 'Recalls1766800000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE lot ADD recalled_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE lot DROP recalled_at');
  }
}
