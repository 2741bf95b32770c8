import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SERVICE_OPTIONS, type ServiceOptions } from '#platform/context/service-options.js';
import { Waiting, type OutboxState } from '#platform/health/waiting.js';
import { LagReader } from '../persistence/lag-reader.js';

const TOPICS = `
  SELECT topic, sum(events)::float8 AS events, max(applied_at) AS "appliedAt",
         (array_agg(last_event_id ORDER BY applied_at DESC))[1] AS "lastEventId",
         (array_agg(last_event_type ORDER BY applied_at DESC))[1] AS "lastEventType",
         max(last_event_at) AS "lastEventAt"
  FROM topic_progress GROUP BY topic ORDER BY topic`;

const DEAD_LETTERS = `
  SELECT dead_letter_id AS id, group_name AS "group", source_topic AS topic, source_partition AS partition,
         source_offset AS "offset", event_id AS "eventId", code, error, recorded_at AS "recordedAt"
  FROM dead_letter_seen WHERE NOT settled ORDER BY recorded_at DESC, dead_letter_id DESC LIMIT 50`;

/** Of its own partitions this service knows without the log, by which others tell of theirs. */
const STANDING = `
  SELECT group_name AS "group", topic, partition, still_since AS since, still_reason AS reason
  FROM checkpoint WHERE still_id IS NOT NULL
  UNION ALL
  SELECT group_name, source_topic, source_partition, since, reason FROM standstill_seen
  WHERE NOT resumed AND group_name <> $1
  ORDER BY since, "group", topic, partition LIMIT 50`;

export interface HealthAnswer {
  /** Events that lie in the log and are not applied yet; null while the log does not answer. */
  readonly eventLag: number | null;
  readonly topics: readonly TopicProgress[];
  /** Those that nobody has replayed or given up yet; the newest are told to whoever may, for an error names things. */
  readonly deadLetters: { readonly total: number; readonly newest: readonly DeadLetterSeen[] };
  /** Partitions that a service cannot go on with, and tries again by itself; the longest first, at most 50. */
  readonly standing: readonly Standing[];
  /** Events of this service that are not published yet. */
  readonly outbox: OutboxState;
}

export interface Standing {
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
  readonly since: Date;
  /** Told to whoever may settle dead letters, for an error names things. */
  readonly reason: string | null;
}

export interface TopicProgress {
  readonly topic: string;
  /** Applied here. */
  readonly events: number;
  readonly appliedAt: Date | null;
  readonly lastEventId: string | null;
  readonly lastEventType: string | null;
  readonly lastEventAt: Date | null;
}

export interface DeadLetterSeen {
  readonly id: string;
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly eventId: string | null;
  readonly code: string;
  readonly error: string;
  readonly recordedAt: Date;
}

/** How the event log and its readers are: progress by topic, what could not be processed, how far this service is behind. */
@Injectable()
export class FindHealth {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lag: LagReader,
    private readonly waiting: Waiting,
    @Inject(SERVICE_OPTIONS) private readonly service: ServiceOptions,
  ) {}

  /** @param settles the reader may replay dead letters or give them up */
  async run(settles: boolean): Promise<HealthAnswer> {
    const [topics, deadLetters, [counted], eventLag, standing, outbox] = await Promise.all([
      this.dataSource.query<TopicProgress[]>(TOPICS),
      settles ? this.dataSource.query<DeadLetterSeen[]>(DEAD_LETTERS) : [],
      this.dataSource.query<{ total: number }[]>(
        'SELECT count(*)::int AS total FROM dead_letter_seen WHERE NOT settled',
      ),
      this.lag.total(),
      this.dataSource.query<Standing[]>(STANDING, [this.service.name]),
      this.waiting.outbox(),
    ]);
    return {
      eventLag,
      topics,
      deadLetters: { total: counted?.total ?? 0, newest: deadLetters },
      standing: settles ? standing : standing.map((one) => ({ ...one, reason: null })),
      outbox,
    };
  }
}
