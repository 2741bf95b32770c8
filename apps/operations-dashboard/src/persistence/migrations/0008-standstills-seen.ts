import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Partitions of every service that stand still. A new table only: safe on a live database. */
export class StandstillsSeen1766000000001 implements MigrationInterface {
  name = 'StandstillsSeen1766000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE standstill_seen (
  standstill_id text PRIMARY KEY,
  group_name text NOT NULL,
  source_topic text NOT NULL,
  source_partition integer NOT NULL,
  reason text NOT NULL,
  since timestamptz NOT NULL,
  resumed boolean NOT NULL DEFAULT false,
  version integer NOT NULL
)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE standstill_seen');
  }
}
