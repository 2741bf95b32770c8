import { type PartitionConsumer, type RecordBatch, StopPartition, type TopicPartition } from './event-log.js';

const RETRY_FIRST_MS = 50;
const RETRY_MOST_MS = 5_000;

/** Pauses before a partition that stands still is tried again: the first, and the longest that it doubles to. */
export interface StandStill {
  readonly firstMs: number;
  readonly mostMs: number;
}

const STAND_STILL: StandStill = { firstMs: 5_000, mostMs: 120_000 };

export interface PumpOptions {
  /** Resolves once an earlier owner of the partition in this process has finished with it. */
  readonly after: Promise<void> | undefined;
  readonly standStill: StandStill | undefined;
}

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
  private stillMs: number;
  private readonly standStill: StandStill;
  private readonly loop: Promise<void>;
  /** The offset wanted next, once known. */
  position: bigint | undefined;

  constructor(
    private readonly partition: TopicPartition,
    private readonly source: PartitionSource,
    private readonly consumer: PartitionConsumer,
    { after = Promise.resolve(), standStill = STAND_STILL }: PumpOptions,
  ) {
    this.standStill = standStill;
    this.stillMs = standStill.firstMs;
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
      } catch (error) {
        await (error instanceof StopPartition ? this.standBy() : this.tryAgainSoon());
      }
    }
    this.consumer.revoked(this.partition);
  }

  private async tryAgainSoon(): Promise<void> {
    await this.pause(this.retryMs);
    this.retryMs = Math.min(this.retryMs * 2, RETRY_MOST_MS);
  }

  /** Nothing is skipped and nothing is given up: the partition is opened anew after a pause that grows each time. */
  private async standBy(): Promise<void> {
    this.position = undefined;
    await this.pause(this.stillMs);
    this.stillMs = Math.min(this.stillMs * 2, this.standStill.mostMs);
  }

  private async open(): Promise<void> {
    const offset = await this.consumer.assigned(this.partition);
    this.source.moveTo(offset);
    this.position = offset;
    this.retryMs = RETRY_FIRST_MS;
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
    this.retryMs = RETRY_FIRST_MS;
    this.stillMs = this.standStill.firstMs;
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
