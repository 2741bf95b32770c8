import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kinds of quota; rows until now are caps. New columns with a constant default: safe on a live database. */
export class QuotaKinds1766500000001 implements MigrationInterface {
  readonly name = 'QuotaKinds1766500000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE term ADD COLUMN quota_kind text NOT NULL DEFAULT 'cap'
  CONSTRAINT term_quota_kind CHECK (quota_kind IN ('cap', 'unlimited', 'target'));
ALTER TABLE edition_term ADD COLUMN quota_kind text NOT NULL DEFAULT 'cap';
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE edition_term DROP COLUMN quota_kind;
ALTER TABLE term DROP COLUMN quota_kind;
`);
  }
}
