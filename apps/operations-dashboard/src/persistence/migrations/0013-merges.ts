import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which producer another turned out to be. A new nullable column and an index of nothing yet: safe on a live database. */
export class Merges1767000000002 implements MigrationInterface {
  readonly name = 'Merges1767000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE producer ADD merged_into text;
CREATE INDEX producer_merged ON producer (producer_id) WHERE merged_into IS NOT NULL;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE producer DROP merged_into');
  }
}
