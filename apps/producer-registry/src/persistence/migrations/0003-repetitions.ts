import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stock statements that repeat until changed. New tables only: safe on a live database. */
export class Repetitions1743200000000 implements MigrationInterface {
  readonly name = 'Repetitions1743200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE repetition (
  id uuid PRIMARY KEY,
  origin text NOT NULL,
  seller_id uuid NOT NULL REFERENCES producer (id),
  product_id uuid NOT NULL REFERENCES product (id),
  floor_price bigint NOT NULL CHECK (floor_price >= 0),
  -- Days from the day of a statement to best before; null: as the product says.
  life_days integer CHECK (life_days >= 0),
  -- The day that is stated next, and the instant at which it begins at the origin.
  next_day date NOT NULL,
  next_at timestamptz NOT NULL,
  started_by text NOT NULL,
  stopped_by text,
  stopped_at timestamptz
);
CREATE UNIQUE INDEX repetition_running ON repetition (seller_id, product_id) WHERE stopped_at IS NULL;
CREATE INDEX repetition_due ON repetition (next_at) WHERE stopped_at IS NULL;

CREATE TABLE repetition_line (
  repetition_id uuid NOT NULL REFERENCES repetition (id),
  position integer NOT NULL,
  producer_id uuid NOT NULL REFERENCES producer (id),
  produced bigint NOT NULL,
  committed_to_export bigint NOT NULL,
  committed_at_home bigint NOT NULL,
  held bigint NOT NULL,
  PRIMARY KEY (repetition_id, position)
);

-- Each day once, also when nothing could be stated on it.
CREATE TABLE repetition_day (
  repetition_id uuid NOT NULL REFERENCES repetition (id),
  day date NOT NULL,
  statement_id uuid REFERENCES statement (id),
  left_out integer NOT NULL,
  PRIMARY KEY (repetition_id, day)
);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE repetition_day; DROP TABLE repetition_line; DROP TABLE repetition;');
  }
}
