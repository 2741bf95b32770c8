import type { PromisePlan } from '../engine/promise-plan.js';
import type { DecisionContext } from '../ledger/decision-context.js';
import type { MarketState } from '../ledger/market-state.js';
import type { StateReason } from '../ledger/reason.js';

/**
 * What follows from a decision: nothing; or stock, terms or time have moved, so every promise is looked at again, and
 * those that lose by it are told this reason.
 */
export type Consequence = 'nothing' | { readonly repromise: StateReason['code'] };

/** What most decisions lead to: a promise can only lose what is no longer there. */
export const REPROMISE: Consequence = { repromise: 'NO_SURPLUS' };

/**
 * All that one kind of input means. Its payload is plain JSON: the journal stores it as it is, and folds it again years
 * later, so a field that is added to one is optional.
 */
export interface Decision<Payload> {
  /** @throws DomainError, before anything has changed; the journal number is then not used up */
  refuse?(state: MarketState, payload: Payload, at: Date): void;
  apply(context: DecisionContext, payload: Payload, plan: PromisePlan): Consequence;
  /** What the caller is told, from the state that the input led to; plain JSON. */
  answer?(state: MarketState, payload: Payload): unknown;
}
