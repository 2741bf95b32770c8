import { setTimeout as sleep } from 'node:timers/promises';
import type { FactoryProvider, OnApplicationBootstrap, OnModuleDestroy, Type } from '@nestjs/common';
import { ServiceLogger } from '../context/logger.js';
import { Shutdown } from '../context/shutdown.js';

/** A use case that does whatever has fallen due since it last looked. */
export interface DueWork {
  run(signal: AbortSignal): Promise<unknown>;
}

/** Looks regularly for work that has fallen due. It polls, for the business clock may jump. */
class Poll implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stopping = new AbortController();
  private loop: Promise<void> | undefined;

  constructor(
    private readonly work: DueWork,
    private readonly how: { readonly name: string; readonly everyMs: number },
    private readonly logger: ServiceLogger,
    shutdown: Shutdown,
  ) {
    shutdown.on('background', () => this.onModuleDestroy());
  }

  onApplicationBootstrap(): void {
    this.loop = this.look();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.loop;
  }

  private async look(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.work.run(signal).catch((error: unknown) => {
        // The database is away, or a row was changed under us: the next look finds the same work.
        this.logger.warn(`Waits and is tried again: ${String(error)}`, this.how.name);
      });
      await sleep(this.how.everyMs, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** A provider that runs a use case again and again while the service is up. */
export function pollFor(work: Type<DueWork>, everyMs: number): FactoryProvider<OnModuleDestroy> {
  return {
    provide: Symbol(`poll for ${work.name}`),
    inject: [work, ServiceLogger, Shutdown],
    useFactory: (use: DueWork, logger: ServiceLogger, shutdown: Shutdown) =>
      new Poll(use, { name: work.name, everyMs }, logger, shutdown),
  };
}
