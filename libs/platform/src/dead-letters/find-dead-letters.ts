import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { notFound } from '../http/validate.js';
import { pageOf, type Page } from '../http/shapes.js';
import { SERVICE_OPTIONS, type ServiceOptions } from '../context/service-options.js';

/** An event that this service could not process. What it said stays sealed: it is handled again or given up, not read. */
export interface DeadLetterView {
  readonly id: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly eventId: string;
  readonly source: string;
  readonly subject: string;
  /** Why: a refusal's code, or what kind of failure it was. */
  readonly code: string;
  readonly error: string;
  /** dead and draining are open: later events of the subject wait behind it. */
  readonly state: 'dead' | 'draining' | 'replayed' | 'discarded';
  /** Events of its subject that wait behind it. */
  readonly parked: number;
  readonly recordedAt: Date;
  readonly settledAt: Date | null;
}

export interface DeadLetterFilter {
  readonly limit: number;
  readonly cursor?: string;
  readonly state?: DeadLetterView['state'];
}

const SELECT = `SELECT id, topic, partition, log_offset::text AS offset, event_id AS "eventId", source, subject, code, error, state,
  (SELECT count(*)::int FROM parked p WHERE state IN ('dead', 'draining') AND p.group_name = d.group_name
     AND p.source = d.source AND p.subject = d.subject) AS parked,
  recorded_at AS "recordedAt", settled_at AS "settledAt" FROM dead_letter d WHERE group_name = $1`;

@Injectable()
export class FindDeadLetters {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(SERVICE_OPTIONS) private readonly service: ServiceOptions,
  ) {}

  /** Oldest first: what came first holds others back. */
  async list({ limit, cursor, state }: DeadLetterFilter): Promise<Page<DeadLetterView>> {
    const rows = await this.dataSource.query<DeadLetterView[]>(
      `${SELECT} AND ($2::uuid IS NULL OR id > $2) AND ($3::text IS NULL OR state = $3) ORDER BY id LIMIT $4`,
      [this.service.name, cursor ?? null, state ?? null, limit + 1],
    );
    return pageOf(rows, limit);
  }

  /** @throws DomainError NOT_FOUND */
  async one(id: string): Promise<DeadLetterView> {
    const [letter] = await this.dataSource.query<DeadLetterView[]>(`${SELECT} AND id = $2`, [this.service.name, id]);
    if (!letter) throw notFound();
    return letter;
  }
}
