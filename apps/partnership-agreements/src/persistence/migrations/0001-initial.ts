import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PLATFORM_SCHEMA } from '#platform/database/platform-schema.js';
import { MESSAGING_SCHEMA } from '#platform/consuming/schema.js';
import { AGREEMENTS_SCHEMA } from './initial-schema.js';

/** New tables only: safe on a live database. */
export class Initial1743000000000 implements MigrationInterface {
  readonly name = 'Initial1743000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PLATFORM_SCHEMA);
    await runner.query(MESSAGING_SCHEMA);
    await runner.query(AGREEMENTS_SCHEMA);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The first migration is not taken back: drop the database instead.'));
  }
}
