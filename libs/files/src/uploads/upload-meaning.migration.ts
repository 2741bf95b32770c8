import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a row means, how many rows stood already, and what was passed over when the file was read. New columns, nullable or
 * with a constant: safe on a live database.
 */
export class UploadMeaning1766600000002 implements MigrationInterface {
  readonly name = 'UploadMeaning1766600000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE upload_row ADD COLUMN meaning text;
ALTER TABLE upload ADD COLUMN standing integer NOT NULL DEFAULT 0, ADD COLUMN notes json, ADD COLUMN sheets json;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE upload DROP COLUMN sheets, DROP COLUMN notes, DROP COLUMN standing;
ALTER TABLE upload_row DROP COLUMN meaning;
`);
  }
}
