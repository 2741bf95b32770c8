import type { Tx } from '#platform/database/transactions.js';
import type { Agreement } from '../domain/agreement.js';
import { publishStage } from './agreement-events.js';
import { recordStage } from './load-agreement.js';

/**
 * Takes every step that fell due, in order, each recorded at its own instant: a clock that jumps skips none.
 *
 * @param agreement locked; the caller saves it
 * @returns how many steps were taken
 */
export async function applyDue(tx: Tx, agreement: Agreement, now: Date): Promise<number> {
  let steps = 0;
  for (let at = agreement.moveIfDue(now); at; at = agreement.moveIfDue(now)) {
    await recordStage(tx, agreement, { at, by: 'clock' });
    publishStage(tx, agreement);
    steps += 1;
  }
  return steps;
}
