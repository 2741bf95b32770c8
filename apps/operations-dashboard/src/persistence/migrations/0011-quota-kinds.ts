import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kinds of quota; rows until now are caps. A new nullable column: safe on a live database. */
export class QuotaKinds1766700000000 implements MigrationInterface {
  readonly name = 'QuotaKinds1766700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE term ADD quota_kind text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE term DROP quota_kind');
  }
}
