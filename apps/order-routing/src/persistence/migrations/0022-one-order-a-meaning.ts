import type { MigrationInterface, QueryRunner } from 'typeorm';
import { buildIndex } from '#platform/database/build-index.js';

/** A row of a file is ordered once, unless its order was cancelled. Built while others read and write: safe on a live database. */
export class OneOrderAMeaning1766600000001 implements MigrationInterface {
  readonly name = 'OneOrderAMeaning1766600000001';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    const on = `orders (meaning) WHERE meaning IS NOT NULL AND status <> 'cancelled'`;
    await buildIndex(runner, { name: 'orders_meaning', on, unique: true });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX orders_meaning');
  }
}
