import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What left under a terms row and what became of it, as routing tells it from now on: what the report says of deliveries.
 * A new table: safe on a live database.
 */
export class Deliveries1766700000000 implements MigrationInterface {
  readonly name = 'Deliveries1766700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE delivery (
  allocation_id text PRIMARY KEY,
  term_id text NOT NULL,
  order_id text NOT NULL,
  unit text NOT NULL,
  status text NOT NULL,
  quantity bigint NOT NULL,
  accepted bigint NOT NULL,
  damaged bigint NOT NULL,
  missing bigint NOT NULL,
  unit_price bigint NOT NULL,
  -- Business time of its latest step.
  at timestamptz NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX delivery_of ON delivery (term_id, at);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE delivery');
  }
}
