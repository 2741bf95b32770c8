import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { ServiceLogger } from '#platform/runtime/logger.js';
import { Shutdown } from '#platform/runtime/shutdown.js';
import { AgreementsConfig } from '../config.js';
import { ApplyDueStages } from './apply-due-stages.js';

/** Looks regularly for what fell due. It polls, for the business clock may jump. */
@Injectable()
export class DueTimer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stopping = new AbortController();
  private loop: Promise<void> | undefined;

  constructor(
    private readonly applyDueStages: ApplyDueStages,
    private readonly config: AgreementsConfig,
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
      await this.applyDueStages.run().catch((error: unknown) => {
        // The database is away or a row was changed under us: the next look finds the same rows.
        this.logger.warn(`Due stages wait and are tried again: ${String(error)}`, 'DueTimer');
      });
      await sleep(this.config.SERAP_DUE_POLL_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}
