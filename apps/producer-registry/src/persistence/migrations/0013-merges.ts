import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Merges that are asked of routing, and which producer another is known as since. A new table, a nullable column, and an
 * index of rows that are not there yet: safe on a live database.
 */
export class Merges1767000000001 implements MigrationInterface {
  readonly name = 'Merges1767000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE producer ADD COLUMN merged_into uuid REFERENCES producer (id);
CREATE INDEX producer_merged_into ON producer (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE producer_merge (
  id uuid PRIMARY KEY,
  origin text NOT NULL,
  duplicate_id uuid NOT NULL REFERENCES producer (id),
  keep_id uuid NOT NULL REFERENCES producer (id),
  state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'done', 'refused')),
  -- Of one that routing has refused.
  reason text,
  asked_by text NOT NULL,
  asked_at timestamptz NOT NULL,
  decided_at timestamptz
);
CREATE INDEX producer_merge_of_origin ON producer_merge (origin, id);
CREATE INDEX producer_merge_asked ON producer_merge (duplicate_id, keep_id) WHERE state = 'asked';
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE producer_merge; ALTER TABLE producer DROP COLUMN merged_into;');
  }
}
