import type { MigrationInterface, QueryRunner } from 'typeorm';
import { UPLOADS_SCHEMA } from '#files/uploads/schema.js';

/** Files of producers, certificates, coaching and statements. New tables only: safe on a live database. */
export class Uploads1764200000001 implements MigrationInterface {
  readonly name = 'Uploads1764200000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UPLOADS_SCHEMA);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE upload_row; DROP TABLE upload;');
  }
}
