import type { Client } from 'pg';
import { fitting } from '#event-log/log/batch-bytes.js';
import type { EventLog, LogRecord } from '#event-log/log/event-log.js';
import { parseDatabaseAddress } from '#postgres/address.js';
import { beat, createClient, type SessionOptions } from '#postgres/connection.js';

const LOCK = 0x5e7a91;
/** Rows read at a time. It begins with few and doubles while they are small: a backlog of large ones must not fill the memory. */
const FIRST_ROWS = 50;
const MOST_ROWS = 500;
/** How long one that gives way leaves the lock to others before it takes it again. */
const GIVE_WAY_MS = 1_000;

export interface RelayOptions {
  readonly url: string;
  readonly log: EventLog;
  /** Fallback for a wake-up that was lost, e.g. events written by another replica. */
  readonly pollMs?: number;
  /** See SessionOptions. */
  readonly silenceMs?: number;
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
 * two publishes it again under the same id. The server ends a session that it has not heard of for 20 s, and the lock
 * with it: a relay that froze beside its lock keeps no other from going on.
 */
export class Relay {
  private readonly session: SessionOptions;
  private client: Client | undefined;
  private locked = false;
  private rows = FIRST_ROWS;
  private closing = false;
  private givesWay = false;
  /** Before this instant of the process's clock the lock is left to others. */
  private notBefore = 0;
  private woken = false;
  private wakeSleeper: (() => void) | undefined;
  private loop: Promise<void> | undefined;
  private failure: unknown;

  constructor(private readonly options: RelayOptions) {
    const { url, silenceMs } = options;
    this.session = { address: parseDatabaseAddress(url), silenceMs, beats: true };
  }

  /** Whether this replica is the one that publishes. */
  get holdsLock(): boolean {
    return this.locked;
  }

  /** Why the last try failed; undefined once one has succeeded. */
  get lastFailure(): unknown {
    return this.failure;
  }

  start(): void {
    this.loop = this.work();
  }

  /** There is something to publish. Cheap; call it after each commit. */
  wake(): void {
    this.woken = true;
    this.wakeSleeper?.();
  }

  /**
   * Gives the lock back after the batch under way, to whoever relays from now on. Where nobody takes it there is no other
   * replica, and this one goes on until it is closed.
   */
  giveWay(): void {
    this.givesWay = true;
    this.wake();
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
        this.failure = undefined;
        if (published === 0) await this.sleep(pollMs);
      } catch (error) {
        // The lock goes with the connection: whoever reconnects first relays on.
        this.failure = error;
        // What was published is published again: one at a time, until it is clear which of them does not go.
        this.rows = 1;
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

  private async connection(): Promise<Client> {
    if (this.client) return this.client;
    const client = createClient(this.session);
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

  private async hasLock(): Promise<boolean> {
    const client = await this.connection();
    if (this.givesWay) {
      this.givesWay = false;
      this.notBefore = performance.now() + GIVE_WAY_MS;
      if (this.locked) await client.query('SELECT pg_advisory_unlock($1)', [LOCK]);
      this.locked = false;
    }
    if (!this.locked && performance.now() >= this.notBefore) {
      const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [LOCK]);
      this.locked = rows[0]?.locked ?? false;
    }
    return this.locked;
  }

  private async publishBatch(): Promise<number> {
    const client = await this.connection();
    let rows = await this.unpublished(client, null);
    // Something is under way, if only in another database of the server: what matters is this one.
    if (rows[0]?.settled === false) rows = await this.unpublished(client, await settledBefore(client));
    const firstUnsettled = rows.findIndex((row) => !row.settled);
    const ready = (firstUnsettled === -1 ? rows : rows.slice(0, firstUnsettled)).map(toRecord);
    const batch = fitting(ready);
    this.rows = batch.length < ready.length ? batch.length : Math.min(this.rows * 2, MOST_ROWS);
    if (batch.length === 0) return 0;
    const stopBeating = beat(client, this.session);
    try {
      await this.options.log.publish(batch);
    } finally {
      stopBeating();
    }
    await client.query({
      name: 'mark',
      text: 'UPDATE outbox SET published_at = now() WHERE id = ANY($1::bigint[])',
      values: [rows.slice(0, batch.length).map((row) => row.id)],
    });
    return batch.length;
  }

  /** @param before transactions older than this one have ended, in this database; null: those that have in the whole server */
  private async unpublished(client: Client, before: string | null): Promise<OutboxRow[]> {
    const { rows } = await client.query<OutboxRow>({
      name: 'unpublished',
      text: `SELECT id, event_id, topic, key, headers, body::text AS body,
                    xid < coalesce($2::xid8, pg_snapshot_xmin(pg_current_snapshot())) AS settled
             FROM outbox WHERE published_at IS NULL ORDER BY id LIMIT $1`,
      values: [this.rows, before],
    });
    return rows;
  }

  private async disconnect(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    this.locked = false;
    await client?.end().catch(() => undefined);
  }
}

/**
 * The oldest transaction of this database that may still be under way. Whoever has an older number has ended before this
 * was asked, so a snapshot that is taken later sees all that it wrote. Transactions of other databases, which the
 * server's own snapshot counts too, write no row here: one of theirs that is left open must not keep our events.
 *
 * Numbers of sessions are the lower 32 bits; the upper ones are those of the present, but for one turn either way.
 */
async function settledBefore(client: Client): Promise<string> {
  const { rows } = await client.query<{ before: string }>({
    name: 'settled-before',
    text: `WITH present AS (SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS next),
      under_way AS (
        SELECT backend_xid::text::bigint AS low FROM pg_stat_activity
        WHERE datname = current_database() AND backend_xid IS NOT NULL
        UNION ALL SELECT transaction::text::bigint FROM pg_prepared_xacts WHERE database = current_database()
      ),
      whole AS (SELECT next, (next >> 32 << 32) + low AS number FROM under_way, present)
      SELECT least((SELECT next FROM present), (SELECT min(
        number + CASE WHEN number - next > 2147483648 THEN -4294967296 WHEN next - number > 2147483648 THEN 4294967296 ELSE 0 END
      ) FROM whole))::text AS before`,
  });
  const [row] = rows;
  if (!row) throw new Error('PostgreSQL answered with no row.');
  return row.before;
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
