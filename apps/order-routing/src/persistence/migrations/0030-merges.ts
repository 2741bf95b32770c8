import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Producers that were registered twice and are one; and, where a payout follows, whom it named when it was prepared. A new
 * table and a nullable column: safe on a live database.
 */
export class Merges1767000000000 implements MigrationInterface {
  readonly name = 'Merges1767000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE merged_producer (
  market text NOT NULL,
  duplicate_id text NOT NULL,
  keep_id text NOT NULL CHECK (keep_id <> duplicate_id),
  merge_id text NOT NULL,
  merged_at timestamptz NOT NULL,
  PRIMARY KEY (market, duplicate_id)
);

ALTER TABLE payout_line ADD COLUMN named jsonb;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE payout_line DROP COLUMN named; DROP TABLE merged_producer');
  }
}
