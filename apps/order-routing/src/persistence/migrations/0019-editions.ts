import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Editions of terms rows that an addendum took the place of, and the edition that goods were bound under (0: by a release
 * that did not keep it; its owner says it when it takes the market over). A new table and a column with a constant default:
 * safe on a live database, and the release before goes on writing beside it.
 */
export class Editions1766500000001 implements MigrationInterface {
  readonly name = 'Editions1766500000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE earlier_terms (LIKE terms INCLUDING DEFAULTS INCLUDING CONSTRAINTS, PRIMARY KEY (id, edition));
ALTER TABLE allocation ADD COLUMN edition bigint NOT NULL DEFAULT 0;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE allocation DROP COLUMN edition;
DROP TABLE earlier_terms;
`);
  }
}
