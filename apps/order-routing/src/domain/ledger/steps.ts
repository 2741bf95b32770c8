import { DomainError } from '#kernel/domain-error.js';

/** The legal steps of each state, and the states that each step can lead to; a state without steps is final. */
export type Steps<State extends string, Step extends string> = Readonly<
  Record<State, Partial<Record<Step, readonly State[]>>>
>;

/**
 * @param what names the thing to the caller, "Order 0190…"
 * @throws DomainError ILLEGAL_TRANSITION that says which states the step starts from
 */
export function refuseIllegal<State extends string, Step extends string>(
  table: Steps<State, Step>,
  what: string,
  status: State,
  step: Step,
): void {
  if (table[status][step]) return;
  const from = (Object.keys(table) as State[]).filter((state) => table[state][step]);
  throw new DomainError('ILLEGAL_TRANSITION', `${what} is ${status}; to ${step} it, it must be ${from.join(' or ')}.`);
}
