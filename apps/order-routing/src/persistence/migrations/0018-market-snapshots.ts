import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * By which rules a market's last input was decided, and the market as it was when they changed. New nullable columns and a
 * new table: safe on a live database, and a release before this one leaves them as they are.
 */
export class MarketSnapshots1766500000000 implements MigrationInterface {
  readonly name = 'MarketSnapshots1766500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE market ADD COLUMN rules smallint, ADD COLUMN rules_journal bigint;
CREATE TABLE market_snapshot (
  market text PRIMARY KEY REFERENCES market,
  journal bigint NOT NULL,
  rules smallint NOT NULL,
  taken_at timestamptz NOT NULL DEFAULT now(),
  state bytea NOT NULL
);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE market_snapshot;
ALTER TABLE market DROP COLUMN rules, DROP COLUMN rules_journal;
`);
  }
}
