import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Client } from 'pg';
import { parseDatabaseAddress } from '#postgres/address.js';
import { beat, createClient } from '#postgres/connection.js';
import { ServiceConfig } from '#platform/context/config.js';

const CHANNEL = 'serap_market';

/**
 * Wakes the owner of a market in another replica, on a connection of its own and after the commit: a NOTIFY inside the
 * deciding transaction would cost more than it brings. A lost notice is made up for by the owner's polling.
 */
@Injectable()
export class OwnerNotifier implements OnApplicationBootstrap {
  private readonly logger = new Logger(OwnerNotifier.name);
  private client: Client | undefined;
  private listener: ((market: string) => void) | undefined;
  private stopBeating: (() => void) | undefined;
  private closed = false;
  private readonly waiting = new Set<string>();
  private sending: Promise<void> | undefined;

  constructor(private readonly config: ServiceConfig) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.connect();
  }

  onNotice(listener: (market: string) => void): void {
    this.listener = listener;
  }

  /** One notice for all who asked for it while the last one was under way. */
  notify(market: string): void {
    this.waiting.add(market);
    this.sending ??= this.sendAll().finally(() => {
      this.sending = undefined;
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    this.stopBeating?.();
    await this.client?.end();
  }

  private async sendAll(): Promise<void> {
    for (const market of this.waiting) {
      this.waiting.delete(market);
      await this.client?.query('SELECT pg_notify($1, $2)', [CHANNEL, market]).catch((error: unknown) => {
        this.logger.warn(error);
      });
    }
  }

  private async connect(): Promise<void> {
    const session = { address: parseDatabaseAddress(this.config.SERAP_DATABASE_URL), beats: true };
    const client = createClient(session);
    client.on('notification', ({ payload }) => {
      if (payload) this.listener?.(payload);
    });
    client.on('error', () => {
      if (this.client === client) this.lost();
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      this.client = client;
      this.stopBeating = beat(client, session);
    } catch (error) {
      this.logger.warn(error);
      void client.end();
      this.reconnectLater();
    }
  }

  private lost(): void {
    this.stopBeating?.();
    this.client = undefined;
    this.reconnectLater();
  }

  private reconnectLater(): void {
    if (this.closed) return;
    setTimeout(() => {
      if (!this.closed) void this.connect();
    }, 1_000).unref();
  }
}
