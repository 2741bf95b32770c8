import type { ChangeSet } from './change-set.js';
import type { MarketState } from './market-state.js';

/** What a decision is taken with: the state that it changes, the record of what changed, and the instant of its input. */
export interface DecisionContext {
  readonly state: MarketState;
  readonly changes: ChangeSet;
  /** Business time, UTC. */
  readonly at: Date;
  /** In the market's journal. */
  readonly number: number;
}
