import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for the very thing. @throws Error when it does not come within a minute */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; !(await condition());) {
    if (Date.now() > end) throw new Error('waited in vain');
    await sleep(20);
  }
}
