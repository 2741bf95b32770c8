import { BATCH_BYTES, fitting, sizeOf } from '../log/batch-bytes.js';
import type { RecordBatch, StoredRecord, TopicPartition } from '../log/event-log.js';
import type { PartitionSource } from '../log/partition-pump.js';

const BATCH = 500;
/** Above these the partition is paused, below `LOW` it goes on: enough left to last until the next fetch. */
const FULL = 4_000;
const FULL_BYTES = 8 * BATCH_BYTES;
/** Of what makes it full. */
const LOW = 1 / 2;

/** What a buffer needs of the client that fills it. */
export interface Fetching {
  seek(offset: bigint): void;
  pause(): void;
  resume(): void;
}

/** Holds what the client has fetched of one partition, so that fetching and heartbeats go on while a batch is handled. */
export class BufferedSource implements PartitionSource {
  private records: StoredRecord[] = [];
  private bytes = 0;
  /** Offset that the client fetches next; undefined until the first `moveTo`. */
  private fetchFrom: bigint | undefined;
  private endOffset = 0n;
  private paused = true;
  private dead = false;

  /** The partition must be paused when this is made: what the client fetched on its own account is not wanted. */
  constructor(
    private readonly partition: TopicPartition,
    private readonly fetching: Fetching,
  ) {}

  moveTo(offset: bigint): void {
    const first = this.records[0]?.offset ?? this.fetchFrom;
    if (first === undefined || this.fetchFrom === undefined || offset < first || offset > this.fetchFrom) {
      this.records = [];
      this.bytes = 0;
      this.fetchFrom = offset;
      if (!this.dead) this.fetching.seek(offset);
    } else {
      const at = this.records.findIndex((record) => record.offset >= offset);
      for (const past of this.records.splice(0, at === -1 ? this.records.length : at)) this.bytes -= sizeOf(past);
    }
    if (this.paused && !this.dead && this.fill < LOW) {
      this.paused = false;
      this.fetching.resume();
    }
  }

  peek(): Promise<RecordBatch | undefined> {
    const records = fitting(this.records.slice(0, BATCH));
    return Promise.resolve(
      records.length === 0 ? undefined : { ...this.partition, records, endOffset: this.endOffset },
    );
  }

  /** @param next offset after the last one fetched, which may have been no record at all */
  add(records: readonly StoredRecord[], next: bigint, endOffset: bigint): void {
    for (const record of records) {
      this.records.push(record);
      this.bytes += sizeOf(record);
    }
    this.fetchFrom = next;
    this.endOffset = endOffset;
    if (!this.paused && this.fill > 1) {
      this.paused = true;
      this.fetching.pause();
    }
  }

  private get fill(): number {
    return Math.max(this.records.length / FULL, this.bytes / FULL_BYTES);
  }

  /** The partition is no longer this buffer's: it must not steer the client any more. */
  detach(): void {
    this.dead = true;
  }
}
