import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { beat, createClient, type SessionOptions } from '#postgres/connection.js';

const RECONNECT_MS = 500;

/** What a listener hears: records were appended to a topic, or the members of a group changed. */
export type LogSignal = { readonly appended: string } | { readonly group: string } | 'reconnected';

/**
 * One connection that listens for appended records, so that a reader learns of them within milliseconds. Signals may be
 * lost while it reconnects; it then says `reconnected`, and readers poll anyway.
 */
export class LogListener {
  private closed = false;
  private client: Client | undefined;
  private started = false;
  private readonly hearers = new Set<(signal: LogSignal) => void>();

  constructor(private readonly session: SessionOptions) {}

  /** @returns a function that ends it */
  hear(hearer: (signal: LogSignal) => void): () => void {
    this.hearers.add(hearer);
    if (!this.started) {
      this.started = true;
      void this.keepConnected();
    }
    return () => this.hearers.delete(hearer);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.hearers.clear();
    await this.client?.end().catch(() => undefined);
  }

  private async keepConnected(): Promise<void> {
    while (!this.closed) {
      try {
        await this.listenUntilLost();
      } catch {
        // The server is away; the slow poll says so to whoever reads.
      }
      await sleep(RECONNECT_MS, undefined, { ref: false });
    }
  }

  private async listenUntilLost(): Promise<void> {
    const client = createClient({ ...this.session, beats: true });
    const lost = new Promise<void>((resolve) => {
      client.on('error', () => {
        resolve();
      });
      client.on('end', resolve);
    });
    client.on('notification', ({ channel, payload = '' }) => {
      this.tell(channel === 'serap_log' ? { appended: payload } : { group: payload });
    });
    let stopBeating: (() => void) | undefined;
    try {
      await client.connect();
      this.client = client;
      await client.query('LISTEN serap_log; LISTEN serap_log_group');
      stopBeating = beat(client, this.session);
      this.tell('reconnected');
      if (!this.closed) await lost;
    } finally {
      this.client = undefined;
      stopBeating?.();
      await client.end().catch(() => undefined);
    }
  }

  private tell(signal: LogSignal): void {
    for (const hearer of this.hearers) hearer(signal);
  }
}
