import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is sent notices, and of what; no read models, so a rebuild leaves them alone. New tables only: safe on a live database. */
export class Notices1765300000000 implements MigrationInterface {
  readonly name = 'Notices1765300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE notice_recipient (
  id uuid PRIMARY KEY,
  region text NOT NULL,
  roles text[] NOT NULL,
  aggregator text,
  -- Sealed; the fingerprint finds it again.
  address bytea NOT NULL,
  fingerprint bytea NOT NULL,
  registered_by text NOT NULL,
  registered_at timestamptz NOT NULL DEFAULT now(),
  -- The mail that is composed and not taken yet, with the attempts at it.
  mail_id uuid,
  attempts integer NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz,
  refused_at timestamptz,
  UNIQUE NULLS NOT DISTINCT (region, roles, aggregator, fingerprint)
);
CREATE INDEX notice_recipient_due ON notice_recipient (next_try_at) WHERE refused_at IS NULL;

CREATE TABLE notice_task (
  recipient_id uuid NOT NULL REFERENCES notice_recipient ON DELETE CASCADE,
  task_id text NOT NULL,
  overdue boolean NOT NULL,
  -- The mail that tells it.
  mail_id uuid NOT NULL,
  gone_at timestamptz,
  PRIMARY KEY (recipient_id, task_id)
);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notice_task, notice_recipient');
  }
}
