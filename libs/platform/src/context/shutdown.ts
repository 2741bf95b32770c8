/** In this order: HTTP still answers at the first, and has closed before the next. */
const STAGES = ['leases', 'background', 'consumers', 'clients'] as const;
export type Stage = (typeof STAGES)[number];

/** Whether this process takes new work, and what has to end, in order, once it no longer does. */
export class Shutdown {
  private readonly steps = new Map<Stage, (() => Promise<void>)[]>();
  private state: 'starting' | 'open' | 'leaving' = 'starting';

  /** Whether calls may be sent here. */
  get ready(): boolean {
    return this.state === 'open';
  }

  /** Whether the end is announced: whoever still calls should look for another replica. */
  get leaving(): boolean {
    return this.state === 'leaving';
  }

  opened(): void {
    this.state = 'open';
  }

  closing(): void {
    this.state = 'leaving';
  }

  /**
   * `leases`: what one replica alone may do, given back as soon as the end is announced; `background`: timers and what else
   * works by itself; `consumers`: finish the batch, leave the group; `clients`: producer, pool.
   */
  on(stage: Stage, close: () => Promise<void>): void {
    this.steps.set(stage, [...(this.steps.get(stage) ?? []), close]);
  }

  /** Ends what is left, stage by stage; a step that fails does not keep the next from running. */
  async run(failed: (error: unknown) => void): Promise<void> {
    for (const stage of STAGES) await this.end(stage, failed);
  }

  /** Ends the steps of one stage, side by side, and once. */
  async end(stage: Stage, failed: (error: unknown) => void): Promise<void> {
    const steps = this.steps.get(stage) ?? [];
    this.steps.delete(stage);
    await Promise.all(steps.map((close) => close().catch(failed)));
  }
}
