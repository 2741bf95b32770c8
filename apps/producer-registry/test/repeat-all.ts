import { setTimeout as sleep } from 'node:timers/promises';
import { RepeatStatements } from '../src/surplus/repeat-statements.js';
import type { Registry } from './registry.js';

/** Several replicas at once, beside the timer that runs all the time, until none of them finds a day to state any more. */
export async function repeatAll(registry: Registry): Promise<void> {
  const repeat = registry.app.get(RepeatStatements);
  for (let before = -1; ;) {
    await Promise.all([repeat.run(), repeat.run(), repeat.run(), repeat.run()]);
    // Days that the timer held when these looked: it may go on with the next one, or leave that to the next round.
    const heldBefore = await othersAreDone(registry);
    const done = await registry.count('repetition_day');
    if (!heldBefore && done === before) return;
    before = done;
  }
}

/** Waits for every transaction that was open. @returns whether there was one */
async function othersAreDone(registry: Registry): Promise<boolean> {
  const [{ now }]: [{ now: string }] = await registry.dataSource.query('SELECT clock_timestamp()::text AS now');
  const open = (): Promise<number> =>
    registry.count(`pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
      AND xact_start < '${now}'`);
  if ((await open()) === 0) return false;
  while ((await open()) > 0) await sleep(10);
  return true;
}
