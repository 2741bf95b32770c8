import { DomainError, type KeptRefusal } from '#kernel/domain-error.js';
import type { Idempotency } from '#platform/context/call-context.js';
import type { AnswerOf, Input, InputKind } from '../domain/decisions/index.js';
import type { Actor } from '../events/actor.js';

/** An input that somebody waits for, once per idempotency key. */
export interface MarketRequest<Kind extends InputKind = InputKind> {
  readonly input: Input<Kind>;
  readonly actor: Actor;
  readonly idempotency: Idempotency;
}

/** What a call gets, stored under its idempotency key: the same call again gets the same. */
export type Outcome = { readonly answer: unknown } | { readonly refusal: KeptRefusal };

export function refusalOf(error: DomainError): Outcome {
  return { refusal: error.kept() };
}

/**
 * The answer to an input of this kind: an outcome lies under the key and the hash of the one request that it answers.
 *
 * @throws DomainError for a stored refusal
 */
export function answerOf<Kind extends InputKind>(outcome: Outcome): AnswerOf<Kind> {
  if ('answer' in outcome) return outcome.answer as AnswerOf<Kind>;
  throw DomainError.again(outcome.refusal);
}

/** Another replica owns the market, or has decided in between: ask again. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}
