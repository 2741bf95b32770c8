import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Editions of signed agreements, and terminations that are decided before their day. A new column with a constant
 * default and new tables: safe on a live database. What is signed already becomes its first edition.
 */
export class Addenda1743100000000 implements MigrationInterface {
  readonly name = 'Addenda1743100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE agreement ADD COLUMN terminating boolean NOT NULL DEFAULT false;

CREATE TABLE edition (
  agreement_id uuid NOT NULL REFERENCES agreement (id),
  number integer NOT NULL CHECK (number >= 1),
  effective_to timestamptz NOT NULL,
  document_number text,
  sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  remark text,
  PRIMARY KEY (agreement_id, number)
);

CREATE TABLE edition_term (
  agreement_id uuid NOT NULL,
  edition integer NOT NULL,
  id uuid NOT NULL,
  destination text NOT NULL,
  commodity text NOT NULL,
  unit text NOT NULL,
  quota bigint NOT NULL,
  period text NOT NULL,
  minimum_lot bigint NOT NULL,
  freight bigint NOT NULL,
  transit_days integer NOT NULL,
  certificates text[] NOT NULL,
  PRIMARY KEY (agreement_id, edition, id),
  FOREIGN KEY (agreement_id, edition) REFERENCES edition (agreement_id, number)
);

INSERT INTO edition (agreement_id, number, effective_to, recorded_at, recorded_by)
SELECT a.id, 1, a.effective_to, s.at, s.by
FROM agreement a
JOIN stage_reached s ON s.agreement_id = a.id AND s.stage = 'pks-signed'
WHERE a.effective_to IS NOT NULL;

INSERT INTO edition_term (agreement_id, edition, id, destination, commodity, unit, quota, period, minimum_lot, freight,
                          transit_days, certificates)
SELECT t.agreement_id, 1, t.id, t.destination, t.commodity, t.unit, t.quota, t.period, t.minimum_lot, t.freight,
       t.transit_days, t.certificates
FROM term t JOIN edition e ON e.agreement_id = t.agreement_id;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE edition_term;
DROP TABLE edition;
ALTER TABLE agreement DROP COLUMN terminating;
`);
  }
}
