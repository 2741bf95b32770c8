import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { lag } from '#platform/consuming/lag.js';
import { EVENT_LOG, type EventLog } from '#event-log/log/event-log.js';
import { SERVICE_OPTIONS, type ServiceOptions } from '#platform/context/service-options.js';

const FRESH_MS = 500;

/** How far the read models are behind the log, asked at most twice a second however many pages want to know. */
@Injectable()
export class LagReader {
  private cached: { readonly until: number; readonly total: Promise<number | null> } | undefined;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(SERVICE_OPTIONS) private readonly service: ServiceOptions,
  ) {}

  /** @returns events in the log that are not applied yet; null while the log does not answer */
  total(): Promise<number | null> {
    if (this.cached && performance.now() < this.cached.until) return this.cached.total;
    const { name, consumes } = this.service;
    const db = { query: <Row>(sql: string, parameters: unknown[]) => this.dataSource.query<Row[]>(sql, parameters) };
    const total = lag(this.log, db, name, consumes).then(
      (partitions) => Number(partitions.reduce((sum, partition) => sum + partition.lag, 0n)),
      () => null,
    );
    this.cached = { until: performance.now() + FRESH_MS, total };
    return total;
  }
}
