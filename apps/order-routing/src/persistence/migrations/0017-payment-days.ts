import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Days to pay of terms rows and of what was bound under them; until now none. New nullable columns: safe on a live database. */
export class PaymentDays1766400000000 implements MigrationInterface {
  readonly name = 'PaymentDays1766400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE terms ADD COLUMN payment_days smallint;
ALTER TABLE allocation ADD COLUMN payment_days smallint;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE allocation DROP COLUMN payment_days;
ALTER TABLE terms DROP COLUMN payment_days;
`);
  }
}
