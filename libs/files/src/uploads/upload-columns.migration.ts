import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What senders of files have said of their headings. A new table: safe on a live database. */
export class UploadColumns1766900000001 implements MigrationInterface {
  readonly name = 'UploadColumns1766900000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- field null: the column is passed over.
CREATE TABLE upload_column (
  sender text NOT NULL,
  kind text NOT NULL,
  heading text NOT NULL,
  field text,
  PRIMARY KEY (sender, kind, heading)
);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE upload_column');
  }
}
