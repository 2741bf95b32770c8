import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PLATFORM_SCHEMA } from '#platform/database/platform-schema.js';
import { MESSAGING_SCHEMA } from '#platform/consuming/schema.js';
import { READ_MODELS_SCHEMA } from './read-models-schema.js';

/** New tables only: safe on a live database. */
export class ReadModels1764000000002 implements MigrationInterface {
  readonly name = 'ReadModels1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PLATFORM_SCHEMA);
    await runner.query(MESSAGING_SCHEMA);
    await runner.query(READ_MODELS_SCHEMA);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The first migration is not taken back: drop the database and rebuild instead.'));
  }
}
