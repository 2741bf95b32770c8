import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a correction found and left, beside who made it. New nullable columns: safe on a live database. */
export class AuditValues1766800000002 implements MigrationInterface {
  readonly name = 'AuditValues1766800000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE audit_log ADD COLUMN before jsonb, ADD COLUMN after jsonb;
CREATE OR REPLACE VIEW audit_trail AS
  SELECT id::text, at, principal, region, action, subject, correlation_id, before, after FROM audit_log;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP VIEW audit_trail;
CREATE VIEW audit_trail AS
  SELECT id::text, at, principal, region, action, subject, correlation_id FROM audit_log;
ALTER TABLE audit_log DROP COLUMN before, DROP COLUMN after;
`);
  }
}
