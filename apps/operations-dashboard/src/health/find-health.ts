import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
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
  FROM dead_letter_seen ORDER BY recorded_at DESC, dead_letter_id DESC LIMIT 50`;

/** How the event log and its readers are: progress by topic, what could not be processed, how far this service is behind. */
@Injectable()
export class FindHealth {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lag: LagReader,
  ) {}

  async run(): Promise<object> {
    const [topics, deadLetters, [counted], eventLag] = await Promise.all([
      this.dataSource.query<object[]>(TOPICS),
      this.dataSource.query<object[]>(DEAD_LETTERS),
      this.dataSource.query<{ total: number }[]>('SELECT count(*)::int AS total FROM dead_letter_seen'),
      this.lag.total(),
    ]);
    return { eventLag, topics, deadLetters: { total: counted?.total ?? 0, newest: deadLetters } };
  }
}
