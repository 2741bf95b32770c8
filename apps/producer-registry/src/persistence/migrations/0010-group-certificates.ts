import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose goods a group's certificate covers, and a number's way to its holder. Safe on a live database. */
export class GroupCertificates1766900000000 implements MigrationInterface {
  readonly name = 'GroupCertificates1766900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE certificate ADD COLUMN members text[] NOT NULL DEFAULT '{}';
CREATE INDEX certificate_by_number ON certificate (kind, number);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP INDEX certificate_by_number;
ALTER TABLE certificate DROP COLUMN members;
`);
  }
}
