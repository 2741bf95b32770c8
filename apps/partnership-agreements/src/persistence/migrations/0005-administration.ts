import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Administration (penatausahaan) of agreements and their periodic reports (pelaporan). New tables and columns; those of
 * signed agreements are filled in one statement. The origin's local day of a midnight is nine hours later in UTC, in all
 * three zones. There are few agreements: safe on a live database.
 */
export class Administration1765000000002 implements MigrationInterface {
  readonly name = 'Administration1765000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE agreement
  ADD COLUMN report_every_months smallint NOT NULL DEFAULT 6,
  ADD COLUMN report_due_on date,
  ADD CONSTRAINT agreement_reporting CHECK (report_every_months BETWEEN 1 AND 6);
UPDATE agreement SET report_due_on = least(
    ((effective_from + interval '9 hours') AT TIME ZONE 'UTC' + interval '6 months')::date,
    ((effective_to + interval '9 hours') AT TIME ZONE 'UTC')::date) - 1
  WHERE stage IN ('pks-signed', 'in-force', 'suspended');

CREATE TABLE filing (
  id uuid PRIMARY KEY,
  agreement_id uuid NOT NULL REFERENCES agreement,
  kind text NOT NULL CHECK (kind IN ('registered', 'filed', 'copy-sent', 'published', 'correspondence')),
  agenda_number text NOT NULL,
  date date NOT NULL,
  sha256 text,
  note text,
  filed_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  UNIQUE (agreement_id, agenda_number)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON filing
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE report_submitted (
  agreement_id uuid NOT NULL REFERENCES agreement,
  due_on date NOT NULL,
  submitted_on date NOT NULL,
  number text,
  sha256 text NOT NULL,
  submitted_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (agreement_id, due_on)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON report_submitted
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE report_submitted, filing;
ALTER TABLE agreement DROP CONSTRAINT agreement_reporting, DROP COLUMN report_due_on, DROP COLUMN report_every_months;
`);
  }
}
