import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lots that were recalled, wherever their goods are. A new table: safe on a live database. */
export class Recalls1766800000004 implements MigrationInterface {
  readonly name = 'Recalls1766800000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE lot_recall (
  lot_id text PRIMARY KEY,
  market text NOT NULL,
  recalled_at timestamptz NOT NULL
);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE lot_recall');
  }
}
