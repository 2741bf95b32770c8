import { DomainError, faultAt } from '#kernel/domain-error.js';
import { addDays, daysBetween } from '#kernel/local-date.js';
import { says } from '#kernel/refusals/sentences.js';

export const MODES = ['road', 'sea', 'air', 'rail'] as const;

/** A part of the way. */
export interface Leg {
  readonly from: string;
  readonly to: string;
  readonly mode: (typeof MODES)[number];
  /** Estimated arrival, a date at the destination. */
  readonly eta: string;
  readonly arrivedAt: string | null;
}

/** As people write the name of a place: in capitals or not, with more spaces or fewer. */
function placeOf(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toUpperCase();
}

/**
 * A way is one way: each leg starts where the one before it ended, and none arrives before it.
 *
 * @throws DomainError INVALID, pointing at the leg
 */
export function refuseLegs(legs: readonly Pick<Leg, 'from' | 'to' | 'eta'>[]): void {
  for (const [index, leg] of legs.entries()) {
    const before = legs[index - 1];
    if (!before) continue;
    const n = index + 1;
    if (placeOf(before.to) !== placeOf(leg.from)) {
      throw new DomainError('INVALID.legs-join', { n, place: before.to }, [
        faultAt(`/legs/${String(index)}/from`, says('leg-from', { place: before.to })),
      ]);
    }
    if (leg.eta < before.eta) {
      throw new DomainError('INVALID.legs-time', { n, date: before.eta }, [
        faultAt(`/legs/${String(index)}/eta`, says('leg-eta', { date: before.eta })),
      ]);
    }
  }
}

/**
 * The way with another estimate for one leg: those after it, which have not arrived either, move by as many days.
 *
 * @param index of a leg that has not arrived
 */
export function withEta(legs: readonly Leg[], index: number, eta: string): Leg[] {
  const moved = daysBetween(legs[index]?.eta ?? eta, eta);
  return legs.map((leg, at) => (at < index ? leg : { ...leg, eta: at === index ? eta : addDays(leg.eta, moved) }));
}
