import { tookTooLong } from '#postgres/outage.js';

/** Above so many events a limit says nothing: no batch is longer. */
const MOST = 512;

/**
 * How many events of each partition may share a transaction. After an outage the same batch is tried again, and then
 * halves of it, for it may be its length that does not fit in the time a transaction has; what works doubles again.
 */
export class BatchLimits {
  private readonly limits = new Map<string, number>();
  private readonly failedOnce = new Set<string>();

  of(partition: string): number {
    return this.limits.get(partition) ?? MOST;
  }

  failed(partition: string, length: number, error: unknown): void {
    const again = !tookTooLong(error) && !this.failedOnce.has(partition);
    this.failedOnce.add(partition);
    if (!again) this.limits.set(partition, Math.max(1, Math.floor(length / 2)));
  }

  worked(partition: string): void {
    this.failedOnce.delete(partition);
    const doubled = this.of(partition) * 2;
    if (doubled < MOST) this.limits.set(partition, doubled);
    else this.limits.delete(partition);
  }
}
