import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Get, Header } from '@nestjs/common';
import { DomainError } from '#kernel/domain-error.js';
import { Public } from '../access/allow.js';
import { Schema } from '../database/schema.js';
import { Describe } from '../http/describe.js';
import { Metrics } from '../context/metrics.js';
import { Shutdown } from '../context/shutdown.js';
import { Waiting, type OutboxState } from './waiting.js';

/** So long the detail may take: a probe gives up after a second. */
const DETAIL_MS = 500;

/** What waits or stands still. It changes nothing about whether calls are taken. */
interface ReadyDetail {
  /** Since when this replica has not been in its group of the event log; absent: it is, and hears what others tell. */
  readonly notJoinedSince?: Date;
  /** Partitions of the event log that this service cannot go on with; they are tried again by themselves. */
  readonly standing: readonly { readonly topic: string; readonly partition: number; readonly since: Date }[];
  readonly outbox: OutboxState;
  /** Events of types that only another release knows: it handles them when it comes. */
  readonly kept: number;
}

interface Ready {
  readonly status: 'ok';
  readonly detail?: ReadyDetail;
}

/** Liveness never looks at PostgreSQL or the log; readiness looks at PostgreSQL and its schema: without the log, intake goes on. */
@Public()
@Controller()
export class HealthController {
  private reading: Promise<unknown> | undefined;
  private seen: ReadyDetail | undefined;

  constructor(
    private readonly schema: Schema,
    private readonly shutdown: Shutdown,
    private readonly metrics: Metrics,
    private readonly waiting: Waiting,
  ) {}

  /** Whether the process runs. */
  @Get('livez')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Whether it takes calls. */
  @Get('readyz')
  async ready(): Promise<Ready> {
    if (!this.shutdown.ready) throw new DomainError('UNAVAILABLE.stopping');
    const trouble = await this.schema.trouble().catch(() => new DomainError('UNAVAILABLE.database-silent'));
    if (trouble !== undefined) throw trouble;
    const detail = await this.detail();
    return { status: 'ok', ...(detail && { detail }) };
  }

  /** As it is now; as it was last seen while it takes longer: a locked table must not take the replica out of service. */
  private async detail(): Promise<ReadyDetail | undefined> {
    this.reading ??= this.readDetail()
      .then((detail) => (this.seen = detail))
      .catch(() => undefined)
      .finally(() => {
        this.reading = undefined;
      });
    await Promise.race([this.reading, sleep(DETAIL_MS, undefined, { ref: false })]);
    return this.seen;
  }

  /** Reasons are told to who may read them only, for an error names things. */
  private async readDetail(): Promise<ReadyDetail> {
    const { waiting } = this;
    const [standing, outbox, kept] = await Promise.all([waiting.standstills(), waiting.outbox(), waiting.kept()]);
    const absent = waiting.absent();
    return {
      ...(absent && { notJoinedSince: absent.since }),
      standing: standing.map(({ topic, partition, since }) => ({ topic, partition, since })),
      outbox,
      kept,
    };
  }

  /** Metrics as Prometheus reads them. */
  @Get('metrics')
  @Describe({ gives: 'text/plain' })
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  read(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
