import { setTimeout as sleep } from 'node:timers/promises';

/** How long what another replica has kept may wait for the owner of its partition, where nothing new brings it up. */
const LOOK_MS = 5_000;

/**
 * Lets the owner of partitions look again and again whether events are kept there that it knows: an operator's call may have
 * come to a replica of the release before, which keeps what it does not know of all that waited behind a dead letter. One
 * query each time, and none with an event.
 */
export class KeptLookout {
  private readonly ending = new AbortController();
  private readonly loop: Promise<void>;

  /** @param look finds the same the next time when it fails */
  constructor(
    private readonly look: () => Promise<void>,
    private readonly everyMs = LOOK_MS,
  ) {
    this.loop = this.work();
  }

  /** Finishes the look under way. */
  async close(): Promise<void> {
    this.ending.abort();
    await this.loop;
  }

  private async work(): Promise<void> {
    const { signal } = this.ending;
    for (;;) {
      await sleep(this.everyMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      await this.look().catch(() => undefined);
    }
  }
}
