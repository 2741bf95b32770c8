import type { MigrationInterface, QueryRunner } from 'typeorm';

export const KEPT_EVENTS = `
CREATE TABLE kept_event (
  group_name text NOT NULL,
  topic text NOT NULL,
  partition integer NOT NULL,
  log_offset bigint NOT NULL,
  event_id text NOT NULL,
  source text NOT NULL,
  subject text NOT NULL,
  type text NOT NULL,
  key text NOT NULL,
  headers json NOT NULL,
  body bytea NOT NULL,
  sealed boolean NOT NULL DEFAULT true,
  kept_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (group_name, topic, partition, log_offset)
);
CREATE INDEX kept_event_by_subject ON kept_event (group_name, source, subject);
`;

/** Events of types that a later release knows. A new table: safe on a live database, and the release before passes it by. */
export class KeptEvents1766200000000 implements MigrationInterface {
  readonly name = 'KeptEvents1766200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(KEPT_EVENTS);
  }

  async down(): Promise<void> {
    // Their place in the log lies behind the checkpoint: nobody would read them again.
    await Promise.reject(
      new Error('Let a release that knows their types apply the kept events first, then drop the table by hand.'),
    );
  }
}
