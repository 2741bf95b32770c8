import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Price bands of terms rows; rows until now take any price. New nullable columns: safe on a live database. */
export class PriceBands1765000000001 implements MigrationInterface {
  readonly name = 'PriceBands1765000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE term
  ADD COLUMN minimum_price bigint CHECK (minimum_price >= 0),
  ADD COLUMN maximum_price bigint CHECK (maximum_price >= minimum_price);
ALTER TABLE edition_term
  ADD COLUMN minimum_price bigint,
  ADD COLUMN maximum_price bigint;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE edition_term DROP COLUMN minimum_price, DROP COLUMN maximum_price;
ALTER TABLE term DROP COLUMN minimum_price, DROP COLUMN maximum_price;
`);
  }
}
