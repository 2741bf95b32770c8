import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A new table: safe on a live database. Of a key only its SHA-256 stays. */
export class ApiKeys1764100000002 implements MigrationInterface {
  name = 'ApiKeys1764100000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE api_key (
  id uuid PRIMARY KEY,
  region text NOT NULL,
  system text NOT NULL,
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  issued_by text NOT NULL,
  issued_at timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
CREATE INDEX api_key_active ON api_key (region, system) WHERE revoked_at IS NULL;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE api_key');
  }
}
