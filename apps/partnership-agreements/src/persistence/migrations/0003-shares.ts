import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Shares of each day's surplus that terms keep back. New columns with constant defaults: safe on a live database. */
export class Shares1764500000000 implements MigrationInterface {
  readonly name = 'Shares1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE term
  ADD COLUMN reserved bigint NOT NULL DEFAULT 0 CHECK (reserved >= 0),
  ADD COLUMN release_hour smallint NOT NULL DEFAULT 0 CHECK (release_hour BETWEEN 0 AND 24);
ALTER TABLE edition_term
  ADD COLUMN reserved bigint NOT NULL DEFAULT 0,
  ADD COLUMN release_hour smallint NOT NULL DEFAULT 0;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE edition_term DROP COLUMN reserved, DROP COLUMN release_hour;
ALTER TABLE term DROP COLUMN reserved, DROP COLUMN release_hour;
`);
  }
}
