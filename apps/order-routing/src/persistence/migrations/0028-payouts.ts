import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was paid out to contributors, by whom and with whose consent. New tables: safe on a live database. */
export class Payouts1766800000006 implements MigrationInterface {
  readonly name = 'Payouts1766800000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE payout (
  id text PRIMARY KEY,
  market text NOT NULL,
  order_id text NOT NULL REFERENCES orders,
  reference text NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  status text NOT NULL CHECK (status IN ('prepared', 'paid', 'rejected')),
  prepared_by text NOT NULL,
  prepared_at timestamptz NOT NULL,
  decided_by text,
  decided_at timestamptz,
  CHECK (decided_by IS DISTINCT FROM prepared_by)
);
CREATE INDEX payout_order ON payout (order_id);

CREATE TABLE payout_line (
  payout_id text NOT NULL REFERENCES payout,
  producer_id text NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  PRIMARY KEY (payout_id, producer_id)
);
CREATE INDEX payout_line_producer ON payout_line (producer_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE payout_line; DROP TABLE payout');
  }
}
