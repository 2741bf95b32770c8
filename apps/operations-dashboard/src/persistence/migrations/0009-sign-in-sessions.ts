import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is signed in to the pages; no read models, so a rebuild leaves them alone. A new table only: safe on a live database. */
export class SignInSessions1766100000000 implements MigrationInterface {
  readonly name = 'SignInSessions1766100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE sign_in_session (
  -- SHA-256 of the id that the browser holds: who reads this table cannot take a session over.
  id_hash bytea PRIMARY KEY,
  -- Tokens and name of the user, sealed.
  sealed bytea NOT NULL,
  refreshed_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL
);
CREATE INDEX sign_in_session_ends ON sign_in_session (ends_at);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sign_in_session');
  }
}
