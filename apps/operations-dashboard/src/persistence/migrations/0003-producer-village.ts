import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where producers live. What was read of them is forgotten, and read from the log again when the service starts: for a
 * moment they count as unknown. Safe on a live database.
 */
export class ProducerVillage1764300000000 implements MigrationInterface {
  readonly name = 'ProducerVillage1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
TRUNCATE producer;
ALTER TABLE producer ADD COLUMN village text NOT NULL;
DELETE FROM checkpoint WHERE topic = 'serap.producers.v1';
DELETE FROM event_version WHERE subject LIKE 'producer:%';
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE producer DROP COLUMN village');
  }
}
