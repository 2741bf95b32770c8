import type { QueryRunner } from 'typeorm';
import { sqlState } from '#postgres/sql-state.js';

const STEP_LIMIT_MS = 5_000;
const STEP_WANTED_MS = 1_000;
const FIRST_ROWS = 1_000;
const MOST_ROWS = 50_000;
const STATEMENT_TIMED_OUT = '57014';

/**
 * Moves data in steps that each commit for themselves within 5 s, for a migration with `transaction = false`: a longer
 * transaction would hold back the relays of the whole server. Killed at any point, it goes on where it was.
 *
 * @param statement changes at most `$1` rows that are not as they should be, and finds none once all are:
 *   `UPDATE t SET b = a WHERE id IN (SELECT id FROM t WHERE b IS NULL LIMIT $1)`
 * @returns rows changed
 * @throws the database's error when even one row takes longer than a step may
 */
export async function moveInSteps(runner: QueryRunner, statement: string): Promise<number> {
  await runner.query(`SET statement_timeout = ${String(STEP_LIMIT_MS)}`);
  try {
    let moved = 0;
    for (let rows = FIRST_ROWS; ;) {
      const from = performance.now();
      const affected = await step(runner, statement, rows);
      if (affected === 0) return moved;
      if (affected !== 'too long') moved += affected;
      const tookMs = performance.now() - from;
      if (affected !== 'too long' && tookMs < STEP_WANTED_MS) rows = Math.min(rows * 2, MOST_ROWS);
      else if (tookMs > 2 * STEP_WANTED_MS) rows = Math.max(Math.floor(rows / 2), 1);
    }
  } finally {
    // A connection that is gone needs no setting back, and its own error is the one to tell.
    await runner.query('SET statement_timeout = 0').catch(() => undefined);
  }
}

async function step(runner: QueryRunner, statement: string, rows: number): Promise<number | 'too long'> {
  try {
    const { affected } = await runner.query(statement, [rows], true);
    return affected ?? 0;
  } catch (error) {
    if (sqlState(error) === STATEMENT_TIMED_OUT && rows > 1) return 'too long';
    throw error;
  }
}
