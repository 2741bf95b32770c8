import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a product is packed for final consumers, and what the law wants to know of a lot. Safe on a live database. */
export class Packs1766500000005 implements MigrationInterface {
  readonly name = 'Packs1766500000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE product ADD COLUMN packs text NOT NULL DEFAULT 'retail';
ALTER TABLE lot ADD COLUMN law jsonb;
ALTER TABLE lot_contribution ADD COLUMN certificates jsonb;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE lot_contribution DROP COLUMN certificates;
ALTER TABLE lot DROP COLUMN law;
ALTER TABLE product DROP COLUMN packs;
`);
  }
}
