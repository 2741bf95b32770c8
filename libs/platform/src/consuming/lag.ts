import type { EventLog, TopicPartition } from '#event-log/log/event-log.js';

export interface PartitionLag extends TopicPartition {
  /** Every event below it has had its effect. */
  readonly nextOffset: bigint;
  readonly endOffset: bigint;
  /** Events between the two. */
  readonly lag: bigint;
}

interface Queryable {
  query<Row>(sql: string, parameters: unknown[]): Promise<Row[]>;
}

/** How far a group is behind the ends of its topics, by partition; one that it never had counts from 0. */
export async function lag(
  log: EventLog,
  db: Queryable,
  group: string,
  topics: readonly string[],
): Promise<PartitionLag[]> {
  // Checkpoints first: read the other way round, a group could seem to be ahead of the end.
  const rows = await db.query<{ topic: string; partition: number; next_offset: string | number }>(
    'SELECT topic, partition, next_offset FROM checkpoint WHERE group_name = $1',
    [group],
  );
  const reached = new Map(rows.map((row) => [`${row.topic}/${String(row.partition)}`, BigInt(row.next_offset)]));
  const lags: PartitionLag[] = [];
  for (const topic of topics) {
    for (const [partition, endOffset] of await log.endOffsets(topic)) {
      const nextOffset = reached.get(`${topic}/${String(partition)}`) ?? 0n;
      lags.push({ topic, partition, nextOffset, endOffset, lag: endOffset - nextOffset });
    }
  }
  return lags;
}
