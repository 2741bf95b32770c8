import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Holds, recalls and causes of what is written off. Safe on a live database: new columns have defaults, and the one update
 * and the checks read the lots once.
 */
export class LotChanges1764200000000 implements MigrationInterface {
  name = 'LotChanges1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE lot
  ADD expired bigint NOT NULL DEFAULT 0 CHECK (expired >= 0),
  ADD spoiled bigint NOT NULL DEFAULT 0 CHECK (spoiled >= 0),
  ADD recalled bigint NOT NULL DEFAULT 0 CHECK (recalled >= 0),
  ADD on_hold boolean NOT NULL DEFAULT false,
  ADD suspended text[] NOT NULL DEFAULT '{}';
-- Until now goods were written off for two causes: what no receipt calls damaged or missing has expired.
UPDATE lot SET expired = written_off - coalesce(
  (SELECT sum(damaged + missing) FROM allocation WHERE lot_id = lot.id), 0
) WHERE written_off > 0;
ALTER TABLE lot ADD CONSTRAINT lot_causes CHECK (expired + spoiled + recalled <= written_off);
ALTER TABLE lot_contribution
  ADD barred bigint NOT NULL DEFAULT 0 CHECK (barred >= 0),
  ADD CONSTRAINT lot_contribution_parts CHECK (free + held + barred <= declared);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE lot_contribution DROP barred;
ALTER TABLE lot DROP expired, DROP spoiled, DROP recalled, DROP on_hold, DROP suspended;
`);
  }
}
