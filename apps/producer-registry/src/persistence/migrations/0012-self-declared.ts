import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether goods of producers that are not verified are sold, and which of them wait. New tables: safe on a live database. */
export class SelfDeclared1766900000003 implements MigrationInterface {
  readonly name = 'SelfDeclared1766900000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- An office without a row sells them, as before. followed: goods in store are as the policy says.
CREATE TABLE office_policy (
  origin text PRIMARY KEY,
  self_declared text NOT NULL CHECK (self_declared IN ('sold', 'held')),
  followed boolean NOT NULL,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL
);
CREATE TABLE verification_hold (
  lot_id uuid NOT NULL REFERENCES lot (id),
  producer_id uuid NOT NULL REFERENCES producer (id),
  PRIMARY KEY (lot_id, producer_id)
);
CREATE INDEX verification_hold_of ON verification_hold (producer_id);
-- On what paper a producer was verified: a list, a letter, a visit.
ALTER TABLE producer ADD COLUMN verified_on text;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE producer DROP COLUMN verified_on;
DROP TABLE verification_hold;
DROP TABLE office_policy;
`);
  }
}
