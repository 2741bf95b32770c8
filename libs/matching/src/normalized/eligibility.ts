import { heldUntil, NOT_HELD } from '../format/certificate-validity.js';
import { priceWithin, type Ask } from './normalized-market.js';
import { byText } from '../format/order.js';
import type { ReasonCode } from '../format/result.js';

/** What the filters look at in a lot. Days are day numbers. */
export interface LotView {
  origin: string;
  ready: number;
  best: number;
  price: number;
  held: ReadonlyMap<string, number>;
}

/** The filters behind the agreement, in the order in which they close. */
export const FILTERS = ['certificate', 'life', 'time', 'price'] as const;
export type Filter = (typeof FILTERS)[number];

export function passes(lot: LotView, ask: Ask, filter: Filter): boolean {
  switch (filter) {
    case 'certificate':
      return heldUntil(lot.held, ask.kinds) >= ask.needBy;
    case 'life':
      return lot.best >= ask.life;
    case 'time':
      return lot.ready <= ask.ready;
    case 'price':
      return lot.price <= ask.price;
  }
}

export function passesAll(lot: LotView, ask: Ask): boolean {
  return (
    lot.best >= ask.life &&
    lot.ready <= ask.ready &&
    lot.price <= ask.price &&
    heldUntil(lot.held, ask.kinds) >= ask.needBy
  );
}

/** A ceiling below the least price of the row's band: no stock is cheap enough. */
export function buysNothing({ short }: Pick<Ask, 'short'>): boolean {
  return short > 0;
}

/** The only filter that keeps the lot from the ask, or null when none or several do. */
export function onlyObstacle(lot: LotView, ask: Ask): Filter | null {
  let obstacle: Filter | null = null;
  for (const filter of FILTERS) {
    if (passes(lot, ask, filter)) continue;
    if (obstacle !== null) return null;
    obstacle = filter;
  }
  return obstacle;
}

/** Kinds that the lot lacks, or that end before they are needed, for this ask. */
export function kindsLacking(lot: LotView, ask: Ask): string[] {
  return ask.kinds.filter((kind) => (lot.held.get(kind) ?? NOT_HELD) < ask.needBy);
}

/** Days or rupiah by which a closed filter would have to give way (0 for certificates). */
export function amountShort(lot: LotView, ask: Ask, filter: Filter): number {
  switch (filter) {
    case 'certificate':
      return 0;
    case 'life':
      return Math.max(0, ask.life - lot.best);
    case 'time':
      return Math.max(0, lot.ready - ask.ready);
    case 'price':
      return Math.max(0, lot.price - ask.limit, ask.short);
  }
}

/** The ask after a filter has given way: kinds waived, or days or rupiah given. */
export function relaxed(ask: Ask, filter: Filter, kinds: readonly string[], amount: number): Ask {
  switch (filter) {
    case 'certificate':
      return { ...ask, kinds: ask.kinds.filter((kind) => !kinds.includes(kind)) };
    case 'life':
      return { ...ask, life: ask.life - amount };
    case 'time':
      return { ...ask, ready: ask.ready + amount };
    case 'price':
      // The ceiling gives way, and the row's maximum with it.
      return { ...ask, ...priceWithin(ask.limit + amount, Math.max(0, ask.short - amount)) };
  }
}

/** The code of a closed filter between lots and asks; `pairs` are those that all earlier gates let through. */
export function codeOf(filter: Filter, pairs: Iterable<readonly [LotView, Ask]>, asOf: number): ReasonCode {
  switch (filter) {
    case 'certificate': {
      for (const [lot, ask] of pairs) {
        if (kindsLacking(lot, ask).every((kind) => lot.held.has(kind))) return 'CERTIFICATE_EXPIRES_BEFORE_ARRIVAL';
      }
      return 'CERTIFICATE_MISSING';
    }
    case 'life':
      return 'SHELF_LIFE_TOO_SHORT';
    case 'time': {
      // No voyage arrives in time; only a need-by that is over closes the line itself.
      for (const [, ask] of pairs) if (ask.needBy >= asOf) return 'NEEDED_TOO_SOON';
      return 'NEED_BY_PASSED';
    }
    case 'price':
      return 'PRICE_ABOVE_CEILING';
  }
}

/** What would open the first closed filter: the fewest kinds, or the smallest amount, over all pairs. */
export function leastRelaxation(
  filter: Filter,
  pairs: Iterable<readonly [LotView, Ask]>,
): { kinds: string[]; amount: number } {
  let kinds: string[] | null = null;
  let amount = Infinity;
  for (const [lot, ask] of pairs) {
    if (filter !== 'certificate') {
      amount = Math.min(amount, amountShort(lot, ask, filter));
      continue;
    }
    const lacking = kindsLacking(lot, ask);
    const fewer =
      kinds === null || lacking.length - kinds.length || byText(lacking.join('\u0001'), kinds.join('\u0001'));
    if (fewer === true || (typeof fewer === 'number' && fewer < 0)) kinds = lacking;
  }
  return { kinds: kinds ?? [], amount: amount === Infinity ? 0 : amount };
}
