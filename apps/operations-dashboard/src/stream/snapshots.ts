import type { Sight } from '../domain/visibility.js';

/** What a page that starts, or starts over, is given; bound to the summary in app.module.ts. */
export abstract class Snapshots {
  abstract run(sight: Sight): Promise<{
    readonly id: string;
    readonly clock: object;
    readonly eventLag: number | null;
    readonly dataAt: string | null;
  }>;
}
