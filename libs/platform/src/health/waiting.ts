import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { chainOf } from '#postgres/error-chain.js';
import { Relay } from '../database/relay.js';
import { ConsumerMonitor, type Absence } from '../consuming/consumer-monitor.js';
import { standstills, type Standstill } from '../consuming/standstill.js';
import { RecordTooLarge } from '#event-log/log/event-log.js';
import { Metrics } from '../context/metrics.js';
import { SERVICE_OPTIONS, type ServiceOptions } from '../context/service-options.js';

/** More rows than these are not counted. */
const COUNTED = 100_000;
const FRESH_MS = 1_000;

/** Events that this service has stored and not published yet. */
export interface OutboxState {
  /** At most 100,000 are counted. */
  readonly rows: number;
  /** Age of the oldest, in seconds; 0 without any. */
  readonly oldestSeconds: number;
  /** Why this replica's last try to publish failed: nobody can be reached, or one event is larger than the log takes. */
  readonly failure: 'LOG_UNAVAILABLE' | 'RECORD_TOO_LARGE' | null;
}

/** An event that is stored and not published yet. */
export interface UnpublishedEvent {
  readonly eventId: string;
  readonly topic: string;
  /** null for an event that says none. */
  readonly type: string | null;
  readonly writtenAt: Date;
}

/** What waits or stands still in a service, in whichever replica; seen in /readyz, in the metrics and by who watches. */
@Injectable()
export class Waiting {
  private outboxRead: { readonly until: number; readonly state: Promise<OutboxState> } | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly relay: Relay,
    private readonly monitor: ConsumerMonitor,
    @Inject(SERVICE_OPTIONS) private readonly service: ServiceOptions,
    metrics: Metrics,
  ) {
    const outbox = (): Promise<OutboxState> => this.outbox();
    metrics.measure('serap_outbox_rows', 'Events stored and not published yet', async () => (await outbox()).rows);
    metrics.measure(
      'serap_outbox_oldest_seconds',
      'Age of the oldest event that is not published yet',
      async () => (await outbox()).oldestSeconds,
    );
    metrics.measure('serap_relay_holder', '1 in the replica that publishes the outbox', () => Number(relay.holdsLock));
    metrics.measure(
      'serap_partitions_still',
      'Partitions that stand still in any replica of this service',
      async () => (await this.standstills()).length,
    );
    metrics.measure('serap_events_kept', 'Events kept for a release that knows their type', () => this.kept());
  }

  /** Since when, and why, this replica hears no events; null: it does. */
  absent(): Absence | null {
    return this.monitor.absent ?? null;
  }

  /** The longest first. */
  standstills(): Promise<Standstill[]> {
    const { dataSource, service } = this;
    return standstills({ query: (sql, parameters) => dataSource.query(sql, parameters) }, service.name);
  }

  /** Events that are kept for a release that knows their type, without those that wait behind them; at most 100,000 are counted. */
  async kept(): Promise<number> {
    const [row] = await this.dataSource.query<{ kept: number }[]>(
      'SELECT count(*)::int AS kept FROM (SELECT FROM kept_event WHERE group_name = $1 LIMIT $2) AS kept',
      [this.service.name, COUNTED],
    );
    return row?.kept ?? 0;
  }

  /** Read at most once a second, however many ask. */
  outbox(): Promise<OutboxState> {
    const now = performance.now();
    if (!this.outboxRead || now >= this.outboxRead.until) {
      this.outboxRead = { until: now + FRESH_MS, state: this.readOutbox() };
    }
    return this.outboxRead.state;
  }

  /** What the outbox is to publish first, and everything else after it; null: it is empty. */
  async oldest(): Promise<UnpublishedEvent | null> {
    const [row] = await this.dataSource.query<UnpublishedEvent[]>(
      `SELECT event_id AS "eventId", topic, headers->>'ce_type' AS type, written_at AS "writtenAt"
       FROM outbox WHERE published_at IS NULL ORDER BY id LIMIT 1`,
    );
    return row ?? null;
  }

  private async readOutbox(): Promise<OutboxState> {
    const [row] = await this.dataSource.query<{ rows: number; oldest: number }[]>(
      `SELECT count(*)::int AS rows,
              greatest(0, coalesce(extract(epoch FROM clock_timestamp() - min(written_at)), 0))::float8 AS oldest
       FROM (SELECT written_at FROM outbox WHERE published_at IS NULL ORDER BY id LIMIT $1) AS waiting`,
      [COUNTED],
    );
    const { rows = 0, oldest = 0 } = row ?? {};
    return { rows, oldestSeconds: Math.floor(oldest), failure: rows === 0 ? null : this.failure() };
  }

  private failure(): OutboxState['failure'] {
    const { lastFailure } = this.relay;
    if (lastFailure === undefined) return null;
    return chainOf(lastFailure).some((link) => link instanceof RecordTooLarge) ? 'RECORD_TOO_LARGE' : 'LOG_UNAVAILABLE';
  }
}
