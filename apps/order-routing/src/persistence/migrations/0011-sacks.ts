import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Base units in a sack of a lot; lots until now are sold in any quantity. A constant default: safe on a live database. */
export class Sacks1764900000000 implements MigrationInterface {
  name = 'Sacks1764900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE lot ADD sack bigint NOT NULL DEFAULT 1 CHECK (sack > 0)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE lot DROP sack');
  }
}
