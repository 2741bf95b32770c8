import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { ServiceLogger } from '#platform/runtime/logger.js';
import { Shutdown } from '#platform/runtime/shutdown.js';
import { RegistryConfig } from '../config.js';
import { RepeatStatements } from './repeat-statements.js';

/** Looks regularly for a day that began. It polls, for the business clock may jump. */
@Injectable()
export class RepetitionTimer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stopping = new AbortController();
  private loop: Promise<void> | undefined;

  constructor(
    private readonly repeatStatements: RepeatStatements,
    private readonly config: RegistryConfig,
    private readonly logger: ServiceLogger,
    shutdown: Shutdown,
  ) {
    shutdown.on('background', () => this.onModuleDestroy());
  }

  onApplicationBootstrap(): void {
    this.loop = this.work();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.loop;
  }

  private async work(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.repeatStatements.run(signal).catch((error: unknown) => {
        this.logger.warn(`Statements wait and are repeated later: ${String(error)}`, 'RepetitionTimer');
      });
      await sleep(this.config.SERAP_DUE_POLL_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}
