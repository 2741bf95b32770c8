import { type PartitionConsumer, type RecordBatch, StopPartition, type TopicPartition } from './event-log.js';

const RETRY_FIRST_MS = 50;
const RETRY_MOST_MS = 5_000;

/** Where the records of one assigned partition come from. */
export interface PartitionSource {
  /** The next record to deliver is the one at `offset`; a step forward within what was fetched costs nothing. */
  moveTo(offset: bigint): void;
  /** The next batch, again and again the same until `moveTo`; undefined when there is nothing new: `wake` then tells. */
  peek(): Promise<RecordBatch | undefined>;
}

/** Drives a consumer through one partition that this member owns: one call at a time, retried until it succeeds. */
export class PartitionPump {
  private closed = false;
  private wakes = 0;
  private rouse: (() => void) | undefined;
  private retryMs = RETRY_FIRST_MS;
  private readonly loop: Promise<void>;
  /** The offset wanted next, once known. */
  position: bigint | undefined;

  /** @param after resolves once an earlier owner of the partition in this process has finished with it */
  constructor(
    private readonly partition: TopicPartition,
    private readonly source: PartitionSource,
    private readonly consumer: PartitionConsumer,
    after: Promise<void> = Promise.resolve(),
  ) {
    this.loop = after.then(() => this.work());
  }

  /** There may be records to deliver. */
  wake(): void {
    this.wakes += 1;
    this.rouse?.();
  }

  /** Finishes the batch under way; nothing is delivered after it. */
  async close(): Promise<void> {
    this.closed = true;
    this.wake();
    await this.loop;
  }

  private async work(): Promise<void> {
    while (!this.closed) {
      try {
        await (this.position === undefined ? this.open() : this.step());
        this.retryMs = RETRY_FIRST_MS;
      } catch (error) {
        if (error instanceof StopPartition) break;
        await this.pause(this.retryMs);
        this.retryMs = Math.min(this.retryMs * 2, RETRY_MOST_MS);
      }
    }
    while (!this.closed) await this.pause();
    this.consumer.revoked(this.partition);
  }

  private async open(): Promise<void> {
    const offset = await this.consumer.assigned(this.partition);
    this.source.moveTo(offset);
    this.position = offset;
  }

  private async step(): Promise<void> {
    const wakesBefore = this.wakes;
    const batch = await this.source.peek();
    if (batch === undefined) {
      if (this.wakes === wakesBefore) await this.pause();
      return;
    }
    if (this.closed) return;
    const next = await this.consumer.handle(batch);
    this.source.moveTo(next);
    this.position = next;
  }

  /** Waits until woken, or for `ms`; a retry waits its time out even when new records arrive. */
  private async pause(ms?: number): Promise<void> {
    if (this.closed) return;
    await new Promise<void>((resolve) => {
      const timer = ms === undefined ? undefined : setTimeout(resolve, ms);
      this.rouse = () => {
        if (ms !== undefined && !this.closed) return;
        clearTimeout(timer);
        resolve();
      };
    });
    this.rouse = undefined;
  }
}
