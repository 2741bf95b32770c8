import pg from 'pg';
import type { EventLog, LogRecord } from '../messaging/event-log.js';

const LOCK = 0x5e7a91;
const BATCH = 500;

export interface RelayOptions {
  readonly url: string;
  readonly log: EventLog;
  /** Fallback for a wake-up that was lost, e.g. events written by another replica. */
  readonly pollMs?: number;
  readonly failed: (error: unknown) => void;
}

interface OutboxRow {
  id: string;
  event_id: string;
  topic: string;
  key: string;
  headers: Record<string, string>;
  body: string;
  settled: boolean;
}

/**
 * Publishes the outbox of one database, in order. One relay per database holds an advisory lock; the others wait for it.
 *
 * It stops at the first row whose transaction id is not below the oldest one still running: an older transaction might
 * yet commit an earlier event of the same thing. A row is marked after the log's acknowledgement, so a crash between the
 * two publishes it again under the same id.
 */
export class Relay {
  private client: pg.Client | undefined;
  private closing = false;
  private woken = false;
  private wakeSleeper: (() => void) | undefined;
  private loop: Promise<void> | undefined;

  constructor(private readonly options: RelayOptions) {}

  start(): void {
    this.loop = this.work();
  }

  /** There is something to publish. Cheap; call it after each commit. */
  wake(): void {
    this.woken = true;
    this.wakeSleeper?.();
  }

  /** Finishes the batch under way and gives the lock back. */
  async close(): Promise<void> {
    this.closing = true;
    this.wake();
    await this.loop;
    await this.disconnect();
  }

  private async work(): Promise<void> {
    const pollMs = this.options.pollMs ?? 100;
    while (!this.closing) {
      this.woken = false;
      try {
        const published = (await this.hasLock()) ? await this.publishBatch() : 0;
        if (published === 0) await this.sleep(pollMs);
      } catch (error) {
        // The lock goes with the connection: whoever reconnects first relays on.
        this.options.failed(error);
        await this.disconnect();
        await this.sleep(Math.max(pollMs, 500));
      }
    }
  }

  private sleep(ms: number): Promise<void> {
    if (this.woken) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wakeSleeper = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private async connection(): Promise<pg.Client> {
    if (this.client) return this.client;
    const client = new pg.Client({
      connectionString: this.options.url,
      connectionTimeoutMillis: 3_000,
      keepAlive: true,
    });
    client.on('error', () => {
      this.client = undefined;
      this.locked = false;
    });
    await client.connect();
    // Over an outbox of which it knows nothing yet, the planner reads and sorts all that waits for each batch.
    await client.query('SET enable_seqscan = off; SET enable_bitmapscan = off');
    this.client = client;
    return client;
  }

  private locked = false;

  private async hasLock(): Promise<boolean> {
    const client = await this.connection();
    if (!this.locked) {
      const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [LOCK]);
      this.locked = rows[0]?.locked ?? false;
    }
    return this.locked;
  }

  private async publishBatch(): Promise<number> {
    const client = await this.connection();
    const { rows } = await client.query<OutboxRow>({
      name: 'unpublished',
      text: `SELECT id, event_id, topic, key, headers, body::text AS body,
                    xid < pg_snapshot_xmin(pg_current_snapshot()) AS settled
             FROM outbox WHERE published_at IS NULL ORDER BY id LIMIT ${String(BATCH)}`,
    });
    const firstUnsettled = rows.findIndex((row) => !row.settled);
    const ready = firstUnsettled === -1 ? rows : rows.slice(0, firstUnsettled);
    if (ready.length === 0) return 0;
    await this.options.log.publish(ready.map(toRecord));
    await client.query({
      name: 'mark',
      text: 'UPDATE outbox SET published_at = now() WHERE id = ANY($1::bigint[])',
      values: [ready.map((row) => row.id)],
    });
    return ready.length;
  }

  private async disconnect(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    this.locked = false;
    await client?.end().catch(() => undefined);
  }
}

const encoder = new TextEncoder();

function toRecord(row: OutboxRow): LogRecord {
  return {
    topic: row.topic,
    key: row.key,
    eventId: row.event_id,
    headers: row.headers,
    body: encoder.encode(row.body),
  };
}
