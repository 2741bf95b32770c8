import type pg from 'pg';
import { BATCH_BYTES } from '../log/batch-bytes.js';
import type { RecordBatch, StoredRecord, TopicPartition } from '../log/event-log.js';
import type { PartitionSource } from '../log/partition-pump.js';

const BATCH = 500;

interface Row {
  offset: string;
  event_id: string;
  key: string;
  headers: Record<string, string>;
  body: Buffer;
}

/** Records of one partition from `from` on, at most `limit`, and no more than make up a batch's bytes. */
export async function readRecords(
  pool: pg.Pool,
  { topic, partition }: TopicPartition,
  from: bigint,
  limit: number,
): Promise<StoredRecord[]> {
  const { rows } = await pool.query<Row>({
    name: 'log-read',
    // The length of a body is read without the body.
    text: `SELECT "offset", event_id, key, headers, body FROM (
             SELECT "offset", event_id, key, headers, body,
                    sum(octet_length(body)) OVER (ORDER BY "offset" ROWS UNBOUNDED PRECEDING) - octet_length(body) AS before
             FROM log_record WHERE topic = $1 AND partition = $2 AND "offset" >= $3 ORDER BY "offset" LIMIT $4) AS record
           WHERE before < $5 ORDER BY "offset"`,
    values: [topic, partition, from.toString(), limit, BATCH_BYTES],
  });
  return rows.map((row) => ({
    topic,
    partition,
    offset: BigInt(row.offset),
    eventId: row.event_id,
    key: row.key,
    headers: row.headers,
    body: row.body,
  }));
}

/** Reads one partition in steps; asks the server only when its end is known to lie ahead. */
export class TableSource implements PartitionSource {
  private position = 0n;
  private end = 0n;

  constructor(
    private readonly pool: pg.Pool,
    private readonly partition: TopicPartition,
  ) {}

  /** The end is now known to be `end`. @returns whether there is something to read */
  reaches(end: bigint): boolean {
    this.end = end;
    return end > this.position;
  }

  moveTo(offset: bigint): void {
    this.position = offset;
  }

  async peek(): Promise<RecordBatch | undefined> {
    if (this.position >= this.end) return undefined;
    const records = await readRecords(this.pool, this.partition, this.position, BATCH);
    return records.length === 0 ? undefined : { ...this.partition, records, endOffset: this.end };
  }
}
