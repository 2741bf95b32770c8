import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Days to pay of terms rows; rows until now say none. New nullable columns: safe on a live database. */
export class PaymentDays1766400000000 implements MigrationInterface {
  readonly name = 'PaymentDays1766400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE term ADD COLUMN payment_days smallint CHECK (payment_days BETWEEN 1 AND 90);
ALTER TABLE edition_term ADD COLUMN payment_days smallint;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE edition_term DROP COLUMN payment_days;
ALTER TABLE term DROP COLUMN payment_days;
`);
  }
}
