import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Requests that correct a statement: what it said and is to say, and, where routing gave nothing, what there was to give.
 * New nullable columns, and a check that allows one kind more and looks at new rows alone: safe on a live database.
 */
export class StatementCorrections1766800000001 implements MigrationInterface {
  readonly name = 'StatementCorrections1766800000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE lot_request ADD COLUMN correction jsonb, ADD COLUMN available bigint;
ALTER TABLE lot_request DROP CONSTRAINT lot_request_kind_check;
ALTER TABLE lot_request ADD CONSTRAINT lot_request_kind_check
  CHECK (kind IN ('withdrawal', 'write-off', 'recall', 'hold', 'release', 'correction')) NOT VALID;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
UPDATE lot_request SET kind = 'withdrawal' WHERE kind = 'correction';
ALTER TABLE lot_request DROP CONSTRAINT lot_request_kind_check;
ALTER TABLE lot_request ADD CONSTRAINT lot_request_kind_check
  CHECK (kind IN ('withdrawal', 'write-off', 'recall', 'hold', 'release')) NOT VALID;
ALTER TABLE lot_request DROP COLUMN correction, DROP COLUMN available;
`);
  }
}
