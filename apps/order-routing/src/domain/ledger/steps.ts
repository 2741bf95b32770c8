import { DomainError } from '#kernel/domain-error.js';
import { STEP_WORDS, THING_WORDS } from '#kernel/refusals/state-words.js';
import { oneOf, type Words } from '#kernel/refusals/words.js';

/** The legal steps of each state, and the states that each step can lead to; a state without steps is final. */
export type Steps<State extends string, Step extends string> = Readonly<
  Record<State, Partial<Record<Step, readonly State[]>>>
>;

/** What is refused, as the caller is told of it. */
export interface Named<State extends string> {
  readonly what: keyof typeof THING_WORDS;
  readonly id: string;
  readonly states: Readonly<Record<State, Words>>;
}

/**
 * @throws DomainError ILLEGAL_TRANSITION that says which states the step starts from
 */
export function refuseIllegal<State extends string, Step extends string>(
  table: Steps<State, Step>,
  { what, id, states }: Named<State>,
  status: State,
  step: Step & keyof typeof STEP_WORDS,
): void {
  if (table[status][step]) return;
  const from = (Object.keys(table) as State[]).filter((state) => table[state][step]);
  throw new DomainError('ILLEGAL_TRANSITION.step', {
    step: STEP_WORDS[step],
    what: THING_WORDS[what],
    id,
    status: states[status],
    from: oneOf(from.map((state) => states[state])),
  });
}
