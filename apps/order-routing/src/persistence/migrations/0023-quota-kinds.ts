import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kinds of quota of terms rows and of their earlier editions; until now caps. New nullable columns: safe on a live database. */
export class QuotaKinds1766700000000 implements MigrationInterface {
  readonly name = 'QuotaKinds1766700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE terms ADD COLUMN quota_kind text;
ALTER TABLE earlier_terms ADD COLUMN quota_kind text;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE earlier_terms DROP COLUMN quota_kind;
ALTER TABLE terms DROP COLUMN quota_kind;
`);
  }
}
