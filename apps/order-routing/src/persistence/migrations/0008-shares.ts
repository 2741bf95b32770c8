import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reserved shares of terms rows. New columns with constant defaults: safe on a live database. */
export class Shares1764600000000 implements MigrationInterface {
  name = 'Shares1764600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE terms
  ADD COLUMN reserved bigint NOT NULL DEFAULT 0 CHECK (reserved >= 0),
  ADD COLUMN release_hour smallint NOT NULL DEFAULT 0 CHECK (release_hour BETWEEN 0 AND 24)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE terms DROP COLUMN reserved, DROP COLUMN release_hour');
  }
}
