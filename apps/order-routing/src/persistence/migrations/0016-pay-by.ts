import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Until when a received shipment is to be paid; those received until now have the day that follows from their receipt. A
 * new nullable column: safe on a live database.
 */
export class PayBy1766300000000 implements MigrationInterface {
  readonly name = 'PayBy1766300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE shipment ADD COLUMN pay_by date');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE shipment DROP COLUMN pay_by');
  }
}
