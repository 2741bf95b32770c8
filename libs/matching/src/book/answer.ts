import type { Reason } from '../format/result.js';

/** The answer to one line: `promised + Σ unfilled = quantity`. */
export interface PromiseAnswer {
  /** Id of the terms row the line is pinned to, or null when none serves it. */
  term: string | null;
  /** All that is promised to the line now. */
  promised: number;
  unfilled: Reason[];
}
