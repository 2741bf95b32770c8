import type { Task } from './tasks.js';

const MINUTE_MS = 60_000;
const DELAYS_MINUTES = [1, 5, 15];
const LAST_DELAY_MINUTES = 60;

/**
 * How long to wait after a mail was not taken. It is never given up: nothing was delivered, so nobody is told twice.
 *
 * @param attempts that have failed by now, at least 1
 * @returns milliseconds
 */
export function retryAfterMs(attempts: number): number {
  return (DELAYS_MINUTES[attempts - 1] ?? LAST_DELAY_MINUTES) * MINUTE_MS;
}

/** What somebody has been told of. */
export interface NotifiedTask {
  readonly taskId: string;
  readonly overdue: boolean;
}

/** What is to be told: what was not told of yet, or has become overdue since. */
export function tasksToNotify(tasks: readonly Task[], told: readonly NotifiedTask[]): Task[] {
  const known = new Map(told.map(({ taskId, overdue }) => [taskId, overdue]));
  return tasks.filter(({ id, overdue }) => !known.has(id) || (overdue && known.get(id) === false));
}

/** Who an address belongs to says its first letter and its host, and no more. */
export function masked(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}***${address.slice(at)}`;
}
