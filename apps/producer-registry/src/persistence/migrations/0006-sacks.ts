import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Products that are sold in whole packages. A new column with a constant default: safe on a live database. */
export class Sacks1764700000000 implements MigrationInterface {
  readonly name = 'Sacks1764700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE product ADD sold_in_packages boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE product DROP sold_in_packages');
  }
}
