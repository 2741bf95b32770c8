import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * New tables: safe on a live database. A delivery refers to its endpoint by no foreign key, whose check would make a
 * market's decision wait for whoever changes the endpoint.
 */
export class Webhooks1764800000000 implements MigrationInterface {
  name = 'Webhooks1764800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE webhook_endpoint (
  id uuid PRIMARY KEY,
  region text NOT NULL,
  url text NOT NULL,
  events text[] NOT NULL,
  -- Sealed; null once it is deleted.
  secret bytea,
  old_secret bytea,
  old_secret_until timestamptz,
  state text NOT NULL DEFAULT 'enabled' CHECK (state IN ('enabled', 'disabled', 'deleted')),
  disabled_because text,
  registered_by text NOT NULL,
  registered_at timestamptz NOT NULL DEFAULT now(),
  lease_owner uuid,
  lease_until timestamptz,
  CHECK ((state = 'deleted') = (secret IS NULL))
);
CREATE INDEX webhook_endpoint_of ON webhook_endpoint (region, id) WHERE state <> 'deleted';

CREATE TABLE webhook_delivery (
  id uuid PRIMARY KEY,
  -- Order in which it was decided.
  position bigint GENERATED ALWAYS AS IDENTITY,
  endpoint_id uuid NOT NULL,
  order_id text NOT NULL,
  type text NOT NULL,
  -- The very text that is signed.
  body text NOT NULL,
  attempts smallint NOT NULL DEFAULT 0,
  status_code smallint,
  error text,
  written_at timestamptz NOT NULL DEFAULT now(),
  -- Null: it is delivered or given up.
  next_try_at timestamptz DEFAULT now(),
  delivered_at timestamptz
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (endpoint_id, position) WHERE next_try_at IS NOT NULL;
CREATE INDEX webhook_delivery_log ON webhook_delivery (endpoint_id, id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE webhook_delivery; DROP TABLE webhook_endpoint');
  }
}
