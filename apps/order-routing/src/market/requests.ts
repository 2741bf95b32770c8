import { DomainError, type Fault } from '#kernel/domain-error.js';
import type { Idempotency } from '#platform/runtime/acting.js';
import type { Input } from '../domain/inputs.js';
import type { MarketState } from '../domain/state.js';

/** Who asked for an input, in which call. */
export interface Actor {
  readonly principal: string;
  readonly correlationId: string;
  readonly causationId?: string;
}

/** An input that somebody waits for, once per idempotency key. */
export interface MarketRequest {
  readonly input: Input;
  readonly actor: Actor;
  readonly idempotency: Idempotency;
}

/** What a call gets, stored under its idempotency key: the same call again gets the same. */
export type Outcome =
  | { readonly answer: unknown }
  | { readonly refusal: { readonly code: string; readonly message: string; readonly faults: readonly Fault[] } };

export function refusalOf(error: DomainError): Outcome {
  return { refusal: { code: error.code, message: error.message, faults: error.faults } };
}

/** @throws DomainError for a stored refusal */
export function unwrap(outcome: Outcome): unknown {
  if ('answer' in outcome) return outcome.answer;
  const { code, message, faults } = outcome.refusal;
  throw new DomainError(code, message, faults);
}

/** The answer to an input, from the state that it led to. */
export type Answer = (input: Input, state: MarketState) => unknown;

/** Another replica owns the market, or has decided in between: ask again. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** Injection token of the market's Answer. */
export const ANSWER = Symbol('Answer');
