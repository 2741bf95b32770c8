import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import pg from 'pg';
import { ServiceConfig } from '#platform/runtime/config.js';

const CHANNEL = 'serap_market';

/**
 * Wakes the owner of a market in another replica, on a connection of its own and after the commit: a NOTIFY inside the
 * deciding transaction would cost more than it brings. Lost rings are made up for by the owner's polling.
 */
@Injectable()
export class MarketBell implements OnApplicationBootstrap {
  private readonly logger = new Logger(MarketBell.name);
  private client: pg.Client | undefined;
  private listener: ((market: string) => void) | undefined;
  private closed = false;
  private readonly ringing = new Set<string>();
  private rings: Promise<void> | undefined;

  constructor(private readonly config: ServiceConfig) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.connect();
  }

  onRing(listener: (market: string) => void): void {
    this.listener = listener;
  }

  /** Rings once for all that asked while the last ring was under way. */
  ring(market: string): void {
    this.ringing.add(market);
    this.rings ??= this.ringAll().finally(() => {
      this.rings = undefined;
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client?.end();
  }

  private async ringAll(): Promise<void> {
    for (const market of this.ringing) {
      this.ringing.delete(market);
      await this.client?.query('SELECT pg_notify($1, $2)', [CHANNEL, market]).catch((error: unknown) => {
        this.logger.warn(error);
      });
    }
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.config.SERAP_DATABASE_URL, keepAlive: true });
    client.on('notification', ({ payload }) => {
      if (payload) this.listener?.(payload);
    });
    client.on('error', () => {
      this.client = undefined;
      this.reconnectLater();
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      this.client = client;
    } catch (error) {
      this.logger.warn(error);
      this.reconnectLater();
    }
  }

  private reconnectLater(): void {
    if (this.closed) return;
    setTimeout(() => {
      if (!this.closed) void this.connect();
    }, 1_000).unref();
  }
}
