import type { MigrationInterface, QueryRunner } from 'typeorm';
import { buildIndex } from '#platform/database/build-index.js';

/** Orders in the order in which the pages list them, open ones first. Built while others read and write: safe on a live database. */
export class OpenOrdersFirst1767100000001 implements MigrationInterface {
  readonly name = 'OpenOrdersFirst1767100000001';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    const open = `(status <> ALL ('{settled,cancelled,expired}'))`;
    await buildIndex(runner, { name: 'orders_open_first', on: `orders (${open} DESC, placed_at DESC, id DESC)` });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX orders_open_first');
  }
}
