import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { closeWithin } from '../http/time-limits.js';
import type { Shutdown, Stage } from '../context/shutdown.js';

/** How long requests under way may take to finish, once no new ones are taken. */
const HTTP_END_MS = 5_000;
/** How long everything may take to end after the waiting, whatever a client, the database or the log does. */
const END_MS = 10_000;

const LEFT = 'Not everything has ended in time; leases and locks that are left run out by themselves.';
/** Stages that end what one replica keeps from the others. */
const HELD: readonly Stage[] = ['leases', 'background', 'consumers'];

type Failed = (error: unknown) => void;

export interface Leaving {
  readonly shutdown: Shutdown;
  readonly server: Server;
  /** Ends HTTP: nothing new is taken, what is under way is finished. */
  readonly closeHttp: () => Promise<unknown>;
  /** How long whoever sends calls may take to notice that this replica is not ready. */
  readonly drainMs: number;
  readonly failed: Failed;
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
    failed(LEFT);
    process.exit(1);
  }, END_MS).unref();
  await closeWithin(HTTP_END_MS, server, closeHttp);
  await givenBack;
  await shutdown.run(failed);
  process.exit(0);
}

/**
 * Ends a process that is told to while it still opens. Nobody has been sent to it, so there is nothing to wait for, and
 * it is over as soon as what it has taken is given back; its connections end with it.
 */
export async function turnBack(shutdown: Shutdown, failed: Failed, exitCode: number): Promise<void> {
  if (shutdown.leaving) return;
  await giveBack(shutdown, failed);
  process.exit(exitCode);
}

/** Gives back whatever another replica would wait for: markets, uploads, the relay's lock, partitions. At most 10 s. */
export async function giveBack(shutdown: Shutdown, failed: Failed): Promise<void> {
  shutdown.closing();
  const given = async (): Promise<void> => {
    for (const stage of HELD) await shutdown.end(stage, failed);
  };
  const tooLate = sleep(END_MS, 'too late' as const, { ref: false });
  if ((await Promise.race([given(), tooLate])) === 'too late') failed(LEFT);
}
