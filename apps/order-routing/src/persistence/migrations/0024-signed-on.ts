import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When an agreement was signed: its regions are meant by the list of that day. A new nullable column: safe on a live database. */
export class SignedOn1766700000001 implements MigrationInterface {
  readonly name = 'SignedOn1766700000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE agreement ADD COLUMN signed_on date');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE agreement DROP COLUMN signed_on');
  }
}
