import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers themselves, sealed and in pieces; until now their hashes alone. A new table, a nullable column: safe on a live database. */
export class Scans1766500000002 implements MigrationInterface {
  readonly name = 'Scans1766500000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Bytes of the paper that is kept; null: its hash alone is known.
ALTER TABLE document ADD COLUMN bytes integer CONSTRAINT document_bytes CHECK (bytes > 0);
CREATE TABLE document_piece (
  document_id uuid NOT NULL REFERENCES document (id),
  number integer NOT NULL CHECK (number >= 0),
  sealed bytea NOT NULL,
  PRIMARY KEY (document_id, number)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON document_piece
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE document_piece;
ALTER TABLE document DROP COLUMN bytes;
`);
  }
}
