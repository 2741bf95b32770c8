import { buysNothing } from '../normalized/eligibility.js';
import type { Ask } from '../normalized/normalized-market.js';
import type { Reason, ReasonCode } from '../format/result.js';

/** What new stock that fits a line alone would meet on its way there. */
export interface Way {
  product: string;
  /** Why no terms row serves the line; null where one does. */
  shut: ReasonCode | null;
  /** What the line asks for under its row. */
  ask: Pick<Ask, 'short'> | null;
  /** The least that the line takes, or nothing; 0 for one that is promised already. */
  least: number;
  /** Units left of the row's quota, and beside what is kept back for partners. */
  quota: number;
  room: number;
  /** What of a quantity can be promised: whole sacks. */
  whole(quantity: number): number;
}

/**
 * Nothing but more stock would help. Its gain is what the line could take of `quantity` units that fit it alone, everything
 * else being as it is; what stops the rest is named.
 */
export function noSurplus(way: Way, quantity: number, kind: 'gate' | 'cut'): Reason {
  const { gain, stop } = sellsOf(way, quantity);
  const binding = [`surplus:${way.product}`];
  return { kind, code: 'NO_SURPLUS', quantity, binding, relaxBy: quantity, gain, then: stop === null ? [] : [stop] };
}

/** Units that the line takes of so many new ones, and what stops the rest of them. */
export function sellsOf(way: Way, quantity: number): { gain: number; stop: ReasonCode | null } {
  if (way.shut !== null) return { gain: 0, stop: way.shut };
  // A ceiling below the least price of the row's band buys no stock, whatever there is.
  if (way.ask !== null && buysNothing(way.ask)) return { gain: 0, stop: 'PRICE_ABOVE_CEILING' };
  const limit = Math.min(way.quota, way.room);
  const gain = way.whole(Math.min(quantity, limit));
  const full: ReasonCode = way.room < way.quota ? 'PARTNER_SHARE_RESERVED' : 'QUOTA_EXHAUSTED';
  if (gain < way.least) return { gain: 0, stop: limit < way.least ? full : 'BELOW_MINIMUM_LOT' };
  if (gain === quantity) return { gain, stop: null };
  return { gain, stop: limit < quantity ? full : 'UNIT_INDIVISIBLE' };
}
