import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Until when an agreement's next periodic report is owed. A new nullable column: safe on a live database. What was told
 * before it is there after `main.js rebuild`, or with the agreement's next event.
 */
export class ReportDue1765400000000 implements MigrationInterface {
  name = 'ReportDue1765400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE agreement ADD report_by timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE agreement DROP report_by');
  }
}
