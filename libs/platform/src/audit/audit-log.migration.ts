import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who changed what: one row a call, written in the transaction of what it changed, and never changed again. It holds ids
 * and no personal data, so that erasing a person leaves it whole. A new table, view and triggers: safe on a live database.
 *
 * `audit_trail` is what is read; a service whose calls leave their trace elsewhere too adds it to the view.
 */
export class AuditLog1764100000000 implements MigrationInterface {
  readonly name = 'AuditLog1764100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE audit_log (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  principal text NOT NULL,
  region text NOT NULL,
  action text NOT NULL,
  subject text,
  correlation_id text NOT NULL
);
CREATE INDEX audit_log_by_time ON audit_log (at, id);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE VIEW audit_trail AS
  SELECT id::text, at, principal, region, action, subject, correlation_id FROM audit_log;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW audit_trail; DROP TABLE audit_log; DROP FUNCTION refuse_change()');
  }
}
