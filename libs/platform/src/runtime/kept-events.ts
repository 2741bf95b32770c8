import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Metrics } from './metrics.js';
import { SERVICE_OPTIONS, type ServiceOptions } from './service-options.js';

/** More are not counted. */
const COUNTED = 100_000;

/** Events that a service keeps because only another release knows their types; seen in /readyz and in the metrics. */
@Injectable()
export class KeptEvents {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(SERVICE_OPTIONS) private readonly service: ServiceOptions,
    metrics: Metrics,
  ) {
    metrics.measure('serap_events_kept', 'Events kept for a release that knows their type', () => this.count());
  }

  /** In whichever replica, without those that wait behind them; at most 100,000 are counted. */
  async count(): Promise<number> {
    const [row] = await this.dataSource.query<{ kept: number }[]>(
      'SELECT count(*)::int AS kept FROM (SELECT FROM kept_event WHERE group_name = $1 LIMIT $2) AS kept',
      [this.service.name, COUNTED],
    );
    return row?.kept ?? 0;
  }
}
