import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Price bands of terms rows; rows until now take any price. New nullable columns: safe on a live database. */
export class PriceBands1765000000001 implements MigrationInterface {
  name = 'PriceBands1765000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE terms
  ADD COLUMN minimum_price bigint CHECK (minimum_price >= 0),
  ADD COLUMN maximum_price bigint CHECK (maximum_price >= minimum_price)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE terms DROP COLUMN minimum_price, DROP COLUMN maximum_price');
  }
}
