import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What producers ask for lots that they handed over, and what became of it. Safe on a live database: new columns have
 * defaults, and the one update counts the events that lots had so far.
 */
export class Stock1764200000000 implements MigrationInterface {
  readonly name = 'Stock1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Version of the lot's last event; its first ones carry 500 contributions each.
ALTER TABLE lot ADD version integer NOT NULL DEFAULT 0, ADD on_hold boolean NOT NULL DEFAULT false;
UPDATE lot SET version = ceil(contributions_count / 500.0);
CREATE INDEX lot_of_seller ON lot (seller_id);

CREATE TABLE lot_request (
  id uuid PRIMARY KEY,
  lot_id uuid NOT NULL REFERENCES lot (id),
  kind text NOT NULL CHECK (kind IN ('withdrawal', 'write-off', 'recall', 'hold', 'release')),
  -- Base units; null for a hold and its release.
  quantity bigint CHECK (quantity > 0),
  producer_id uuid REFERENCES producer (id),
  cause text,
  asked_by text NOT NULL,
  asked_at timestamptz NOT NULL,
  -- What routing gave of it; null until it has decided.
  granted bigint CHECK (granted BETWEEN 0 AND quantity)
);
CREATE INDEX lot_request_of ON lot_request (lot_id, id);

ALTER TABLE lot_balance
  ADD suspended bigint NOT NULL DEFAULT 0,
  ADD expired bigint NOT NULL DEFAULT 0,
  ADD spoiled bigint NOT NULL DEFAULT 0,
  ADD recalled bigint NOT NULL DEFAULT 0;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE lot_request;
ALTER TABLE lot DROP version, DROP on_hold;
ALTER TABLE lot_balance DROP suspended, DROP expired, DROP spoiled, DROP recalled;
`);
  }
}
