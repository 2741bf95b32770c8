import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the law wants to know of a lot, what a contributor's goods hold by themselves, what a line is bought for, and what of it was lost within a tolerance. Nullable, or with a constant default: safe on a live database. */
export class Law1766500000004 implements MigrationInterface {
  readonly name = 'Law1766500000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE lot ADD COLUMN law jsonb;
ALTER TABLE lot_contribution ADD COLUMN certificates jsonb;
ALTER TABLE order_line ADD COLUMN used_for text NOT NULL DEFAULT 'resale', ADD COLUMN waived bigint NOT NULL DEFAULT 0;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE order_line DROP COLUMN waived, DROP COLUMN used_for;
ALTER TABLE lot_contribution DROP COLUMN certificates;
ALTER TABLE lot DROP COLUMN law;
`);
  }
}
