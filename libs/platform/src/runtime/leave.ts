import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { closeWithin } from '../http/time-limits.js';
import type { Shutdown } from './shutdown.js';

/** How long requests under way may take to finish, once no new ones are taken. */
const HTTP_END_MS = 5_000;
/** How long everything may take to end after the waiting, whatever a client, the database or the log does. */
const END_MS = 10_000;

export interface Leaving {
  readonly shutdown: Shutdown;
  readonly server: Server;
  /** Ends HTTP: nothing new is taken, what is under way is finished. */
  readonly closeHttp: () => Promise<unknown>;
  /** How long whoever sends calls may take to notice that this replica is not ready. */
  readonly drainMs: number;
  readonly failed: (error: unknown) => void;
}

/**
 * Ends a service in order, then the process. What only one replica may do at a time is given back first, so that another
 * does it while this one still answers whoever has not noticed yet that it is not ready.
 */
export async function leave({ shutdown, server, closeHttp, drainMs, failed }: Leaving): Promise<void> {
  if (!shutdown.ready) return;
  shutdown.closing();
  const givenBack = shutdown.end('leases', failed);
  await sleep(drainMs);
  setTimeout(() => {
    failed('Not everything has ended in time; leases and locks that are left run out by themselves.');
    process.exit(1);
  }, END_MS).unref();
  await closeWithin(HTTP_END_MS, server, closeHttp);
  await givenBack;
  await shutdown.run(failed);
  process.exit(0);
}
