import type { MigrationInterface, QueryRunner } from 'typeorm';

/** New tables, and an index on a table of some ten thousand rows that is built in a moment: safe on a live database. */
export class CoachingAndMerging1743100000000 implements MigrationInterface {
  readonly name = 'CoachingAndMerging1743100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE coaching (
  id uuid PRIMARY KEY,
  producer_id uuid NOT NULL REFERENCES producer (id),
  origin text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('certification', 'packing', 'health-insurance')),
  date date NOT NULL,
  remark text,
  recorded_by text NOT NULL,
  UNIQUE (producer_id, kind, date)
);
CREATE INDEX coaching_of_origin ON coaching (origin, id);

CREATE INDEX producer_nib ON producer (origin, nib);

CREATE TABLE merge_decision (
  duplicate_id uuid NOT NULL REFERENCES producer (id),
  keep_id uuid NOT NULL REFERENCES producer (id),
  accepted boolean NOT NULL,
  decided_by text NOT NULL,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (duplicate_id, keep_id)
);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE merge_decision; DROP INDEX producer_nib; DROP TABLE coaching;');
  }
}
