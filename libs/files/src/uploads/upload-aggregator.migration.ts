import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The aggregator for which a cooperative uploaded a file: no other sees it. A new nullable column: safe on a live database. */
export class UploadAggregator1765000000000 implements MigrationInterface {
  readonly name = 'UploadAggregator1765000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE upload ADD aggregator uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE upload DROP aggregator');
  }
}
