import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Loads of several orders, allocations that left in parts, estimates that were changed, sacks that were counted, and the
 * tolerance of terms rows. New tables and nullable columns: safe on a live database.
 */
export class Loads1766900000000 implements MigrationInterface {
  readonly name = 'Loads1766900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE load (
  id text PRIMARY KEY,
  market text NOT NULL,
  destination text NOT NULL,
  vehicle jsonb,
  capacity bigint,
  capacity_unit text,
  carrier text,
  papers jsonb NOT NULL,
  dispatched_at timestamptz NOT NULL,
  CHECK ((capacity IS NULL) = (capacity_unit IS NULL)),
  CHECK (capacity > 0)
);

ALTER TABLE shipment ADD COLUMN load_id text;
CREATE INDEX shipment_load ON shipment (load_id) WHERE load_id IS NOT NULL;
ALTER TABLE allocation ADD COLUMN split_from text, ADD COLUMN load_tolerance smallint, ADD COLUMN sacks bigint;
CREATE INDEX allocation_split ON allocation (split_from) WHERE split_from IS NOT NULL;

ALTER TABLE terms ADD COLUMN load_tolerance smallint;
ALTER TABLE earlier_terms ADD COLUMN load_tolerance smallint;

CREATE TABLE eta_change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  market text NOT NULL,
  shipment_id text NOT NULL REFERENCES shipment,
  leg integer NOT NULL,
  eta_before date NOT NULL,
  eta_after date NOT NULL,
  reason text NOT NULL,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL
);
CREATE INDEX eta_change_shipment ON eta_change (shipment_id);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON eta_change
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE eta_change;
ALTER TABLE terms DROP COLUMN load_tolerance;
ALTER TABLE earlier_terms DROP COLUMN load_tolerance;
ALTER TABLE allocation DROP COLUMN split_from, DROP COLUMN load_tolerance, DROP COLUMN sacks;
ALTER TABLE shipment DROP COLUMN load_id;
DROP TABLE load;
`);
  }
}
