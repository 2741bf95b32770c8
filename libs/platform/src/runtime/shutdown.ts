/** In this order: HTTP has closed before the first of them. */
const STAGES = ['jobs', 'background', 'consumers', 'clients'] as const;
export type Stage = (typeof STAGES)[number];

/** Whether this process takes new work, and what has to end, in order, once it no longer does. */
export class Shutdown {
  private readonly steps = new Map<Stage, (() => Promise<void>)[]>();
  private accepting = false;

  get ready(): boolean {
    return this.accepting;
  }

  opened(): void {
    this.accepting = true;
  }

  closing(): void {
    this.accepting = false;
  }

  /** `jobs`: work that needs the rest to go on; `background`: owners, relay and timers; `consumers`: finish the batch, leave the group; `clients`: producer, pool. */
  on(stage: Stage, close: () => Promise<void>): void {
    this.steps.set(stage, [...(this.steps.get(stage) ?? []), close]);
  }

  /** Ends everything, the steps of a stage side by side; a step that fails does not keep the next from running. */
  async run(failed: (error: unknown) => void): Promise<void> {
    for (const stage of STAGES) {
      await Promise.all((this.steps.get(stage) ?? []).map((close) => close().catch(failed)));
    }
  }
}
