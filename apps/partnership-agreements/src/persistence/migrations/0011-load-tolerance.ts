import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tolerance of a load by terms row; until now none. New nullable columns: safe on a live database. */
export class LoadTolerance1766900000001 implements MigrationInterface {
  readonly name = 'LoadTolerance1766900000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE term ADD COLUMN load_tolerance smallint CHECK (load_tolerance BETWEEN 0 AND 1000);
ALTER TABLE edition_term ADD COLUMN load_tolerance smallint;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE edition_term DROP COLUMN load_tolerance;
ALTER TABLE term DROP COLUMN load_tolerance;
`);
  }
}
