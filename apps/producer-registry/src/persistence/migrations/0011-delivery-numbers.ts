import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deliveries of a day by their numbers: a file that is sent again counts each once. A new table: safe on a live database. */
export class DeliveryNumbers1766900000002 implements MigrationInterface {
  readonly name = 'DeliveryNumbers1766900000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE statement_delivery (
  statement_id uuid NOT NULL REFERENCES statement (id),
  producer_id uuid NOT NULL REFERENCES producer (id),
  product_id uuid NOT NULL,
  stated_for date NOT NULL,
  number text NOT NULL,
  produced bigint NOT NULL CHECK (produced >= 0),
  committed_to_export bigint NOT NULL CHECK (committed_to_export >= 0),
  committed_at_home bigint NOT NULL CHECK (committed_at_home >= 0),
  held bigint NOT NULL CHECK (held >= 0),
  PRIMARY KEY (producer_id, product_id, stated_for, number)
);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE statement_delivery');
  }
}
