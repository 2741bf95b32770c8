import type { MigrationInterface, QueryRunner } from 'typeorm';

export const STANDSTILL = `
ALTER TABLE checkpoint ADD COLUMN still_id uuid, ADD COLUMN still_since timestamptz, ADD COLUMN still_reason text;
`;

/** Partitions that stand still, and why, for every replica to see. New nullable columns: safe on a live database. */
export class Standstill1766000000000 implements MigrationInterface {
  readonly name = 'Standstill1766000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STANDSTILL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE checkpoint DROP COLUMN still_id, DROP COLUMN still_since, DROP COLUMN still_reason',
    );
  }
}
