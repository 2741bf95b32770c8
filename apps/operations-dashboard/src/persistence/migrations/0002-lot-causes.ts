import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why stock is held or written off. New columns with defaults: safe on a live database. */
export class LotCauses1764200000000 implements MigrationInterface {
  name = 'LotCauses1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE lot_balance
  ADD suspended bigint NOT NULL DEFAULT 0,
  ADD expired bigint NOT NULL DEFAULT 0,
  ADD spoiled bigint NOT NULL DEFAULT 0,
  ADD recalled bigint NOT NULL DEFAULT 0;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE lot_balance DROP suspended, DROP expired, DROP spoiled, DROP recalled');
  }
}
