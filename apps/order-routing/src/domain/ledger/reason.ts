import type { Reason } from '#matching/format/result.js';

/** Why a part is unsold or unfilled: the engine's reasons, and those that only the state of things gives. */
export type AnyReason = Reason | StateReason;

export interface StateReason {
  readonly kind: 'state';
  readonly code:
    | 'CANCELLED'
    | 'NEED_BY_PASSED'
    | 'AGREEMENT_NOT_IN_FORCE'
    | 'AGREEMENT_SUSPENDED'
    | 'CERTIFICATE_MISSING'
    | 'NO_SURPLUS'
    | 'LOT_HELD'
    | 'PRODUCER_SUSPENDED'
    | 'PRODUCER_REFUSED'
    | 'LOST_IN_TRANSIT'
    | 'AWAITING_BIND';
  readonly quantity: number;
  readonly binding: string[];
  readonly gain: number;
  readonly then: string[];
  /** Goods that are there and held now: looked for anew each time, and no trace of what was lost. Told to nobody. */
  readonly heldNow?: true;
}

/** A reason as callers read it. */
export type ToldReason = Reason | Omit<StateReason, 'heldNow'>;

export function told({ heldNow: _, ...reason }: AnyReason & { readonly heldNow?: true }): ToldReason {
  return reason;
}

/** @param quantity base units that it accounts for */
export function stateReason(code: StateReason['code'], quantity: number): StateReason {
  return { kind: 'state', code, quantity, binding: [], gain: 0, then: [] };
}

/** One part a code: what was lost for the same reason before is counted with it. */
export function withReason(unfilled: readonly AnyReason[], code: StateReason['code'], quantity: number): AnyReason[] {
  const same = unfilled.find((reason) => reason.kind === 'state' && reason.code === code);
  const others = unfilled.filter((reason) => reason !== same);
  return [...others, stateReason(code, quantity + (same?.quantity ?? 0))];
}
