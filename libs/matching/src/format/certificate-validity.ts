import { dayNumber } from './calendar.js';
import type { HeldCertificate } from './market.js';

/** The until-day of a certificate that has no end. */
export const WITHOUT_END = 2_147_483_647;
/** The until-day of a certificate that is not held. */
export const NOT_HELD = -2_147_483_648;

/** Kind → last day on which it holds; of two of one kind the later counts. */
export function holdings(held: readonly HeldCertificate[]): Map<string, number> {
  const until = new Map<string, number>();
  for (const one of held) {
    const kind = typeof one === 'string' ? one : one.kind;
    const day = typeof one === 'string' ? WITHOUT_END : dayNumber(one.until);
    until.set(kind, Math.max(day, until.get(kind) ?? NOT_HELD));
  }
  return until;
}

/** Last day on which every one of `kinds` holds; NOT_HELD when one is missing. */
export function heldUntil(held: ReadonlyMap<string, number>, kinds: readonly string[]): number {
  let until = WITHOUT_END;
  for (const kind of kinds) until = Math.min(until, held.get(kind) ?? NOT_HELD);
  return until;
}

/** One more certificate leads from a node to the next. */
interface Step {
  number: number;
  plain: Map<string, Step>;
  dated: Map<string, Step>;
}

const step = (): Step => ({ number: -1, plain: new Map(), dated: new Map() });

/** Numbers lists of certificates: lots hold few different ones, each is read once. */
export class HeldNumbers {
  readonly held: Map<string, number>[] = [];
  private readonly root = step();

  of(certificates: readonly HeldCertificate[]): number {
    let at = this.root;
    for (const one of certificates) {
      const next = typeof one === 'string' ? at.plain : at.dated;
      const key = typeof one === 'string' ? one : `${one.kind}\u0001${one.until}`;
      let found = next.get(key);
      if (found === undefined) next.set(key, (found = step()));
      at = found;
    }
    if (at.number < 0) at.number = this.held.push(holdings(certificates)) - 1;
    return at.number;
  }
}
