import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './unprivileged.js';

export interface Revived {
  /** The process as it is now. */
  readonly pid: () => number;
  /** @throws Error when it does not come up */
  readonly start: () => Promise<void>;
  readonly say: (line: string) => void;
  /** Log file to read. */
  readonly log: string;
}

const LOOK_MS = 500;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Starts PostgreSQL again whenever it has ended by itself, with growing pauses: what is left of the one that died holds
 * its memory for a moment. It is watched by its id, for a launcher may have taken it over from one that was killed.
 *
 * @returns how to let it end; resolves when nothing is being started any more
 */
export function reviveWhenDead({ pid, start, say, log }: Revived): () => Promise<void> {
  const over = new AbortController();
  const { signal } = over;
  const isOver = (): boolean => signal.aborted;
  const pauseFor = (ms: number) => sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);

  async function revive(): Promise<void> {
    let what = 'has ended by itself';
    for (let pauseMs = FIRST_PAUSE_MS; !isOver(); pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      say(`PostgreSQL ${what}; it is started again in ${String(pauseMs / 1_000)} s. Log: ${log}`);
      await pauseFor(pauseMs);
      if (isOver()) return;
      try {
        await start();
        say('PostgreSQL is back.');
        return;
      } catch {
        what = 'did not start';
      }
    }
  }

  async function watch(): Promise<void> {
    while (!isOver()) {
      await pauseFor(LOOK_MS);
      if (!isOver() && !isAlive(pid())) await revive();
    }
  }

  const watching = watch();
  return () => {
    over.abort();
    return watching;
  };
}
