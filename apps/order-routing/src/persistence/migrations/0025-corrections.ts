import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Receipts that were corrected and payments that were reversed, each an entry that stays. New tables and a column with a
 * default: safe on a live database.
 */
export class Corrections1766800000000 implements MigrationInterface {
  readonly name = 'Corrections1766800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE shipment ADD COLUMN corrections integer NOT NULL DEFAULT 0;

CREATE TABLE receipt_correction (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  market text NOT NULL,
  shipment_id text NOT NULL REFERENCES shipment,
  corrected_at timestamptz NOT NULL,
  corrected_by text NOT NULL,
  reason text NOT NULL,
  moisture jsonb NOT NULL,
  items jsonb NOT NULL
);
CREATE INDEX receipt_correction_shipment ON receipt_correction (shipment_id);

CREATE TABLE payment_reversal (
  payment_id bigint PRIMARY KEY REFERENCES payment,
  market text NOT NULL,
  order_id text NOT NULL REFERENCES orders,
  reason text NOT NULL,
  reversed_by text NOT NULL,
  reversed_at timestamptz NOT NULL
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON receipt_correction
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payment_reversal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE payment_reversal;
DROP TABLE receipt_correction;
ALTER TABLE shipment DROP COLUMN corrections;
`);
  }
}
