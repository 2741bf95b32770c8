import type { MigrationInterface, QueryRunner } from 'typeorm';

/** New tables: safe on a live database. */
export class DraftsAndStandingOrders1764500000001 implements MigrationInterface {
  name = 'DraftsAndStandingOrders1764500000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE order_draft (
  id uuid PRIMARY KEY,
  region text NOT NULL,
  title text,
  body json NOT NULL,
  version integer NOT NULL DEFAULT 1,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  placed_as text
);
CREATE INDEX order_draft_latest ON order_draft (region, changed_at DESC);

CREATE TABLE standing_order (
  id uuid PRIMARY KEY,
  region text NOT NULL,
  opened_by text NOT NULL,
  every text NOT NULL CHECK (every IN ('day', 'week', 'month')),
  starts_on date NOT NULL,
  until date CHECK (until >= starts_on),
  need_within_days integer NOT NULL CHECK (need_within_days >= 0),
  body json NOT NULL,
  -- Null: it has ended or was stopped.
  next_on date,
  -- The midnight in its region with which that day begins.
  next_at timestamptz,
  last json,
  stopped_at timestamptz,
  CHECK ((next_on IS NULL) = (next_at IS NULL))
);
CREATE INDEX standing_order_due ON standing_order (next_at, id);
CREATE INDEX standing_order_of ON standing_order (region, id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE standing_order; DROP TABLE order_draft');
  }
}
