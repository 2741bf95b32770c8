import { dayNumber } from '#matching/format/calendar.js';
import { holdings } from '#matching/format/certificate-validity.js';
import type { Term as MatchingTerm } from '#matching/format/market.js';
import { passesAll } from '#matching/normalized/eligibility.js';
import { askOf } from '#matching/normalized/normalized-market.js';
import type { Line } from '../ledger/line.js';
import { isProducerSuspended, isWhole, type Lot } from '../ledger/lot.js';
import type { MarketState } from '../ledger/market-state.js';
import { stateReason, type AnyReason, type StateReason } from '../ledger/reason.js';
import { openLine, type Reading } from './engine-lines.js';
import { lotGroups } from './engine-lots.js';

/** Why goods that are there are not for sale, in the order in which a line is told of them. */
const CAUSES = ['LOT_HELD', 'PRODUCER_SUSPENDED', 'PRODUCER_REFUSED'] as const;
type Held = Readonly<Record<(typeof CAUSES)[number], number>>;

/** Lots of a market of which something is kept out of sale, by commodity. The engine sees free goods alone. */
export function heldLots(state: MarketState): ReadonlyMap<string, readonly Lot[]> {
  const found = new Map<string, Lot[]>();
  for (const lot of state.lots.values()) {
    if (lot.held === 0 || !isWhole(lot)) continue;
    const others = found.get(lot.commodity);
    if (others) others.push(lot);
    else found.set(lot.commodity, [lot]);
  }
  return found;
}

/**
 * The engine's reasons for what a line lacks, in which goods that would serve it and are held say so: whoever reads it can
 * ask for their release, and waits for no new stock.
 *
 * @param lots of the line's commodity of which something is held
 * @param row that serves the line first
 * @returns reasons that add up to what `found` adds up to
 */
export function withHeldGoods(
  state: MarketState,
  line: Line,
  found: readonly AnyReason[],
  { lots, reading, row }: { readonly lots: readonly Lot[]; readonly reading: Reading; readonly row: MatchingTerm },
): AnyReason[] {
  const ask = askOf(openLine(line, undefined, reading), row);
  const held = lots.flatMap((lot) => {
    const goods = {
      origin: state.origin,
      ready: dayNumber(lot.producedOn),
      best: lot.bestBefore === null ? Infinity : dayNumber(lot.bestBefore),
      price: lot.floorPrice,
    };
    return lotGroups(state, lot, reading.law)
      .filter(({ certificates }) => passesAll({ ...goods, held: holdings(certificates) }, ask))
      .map(({ parts }) => heldOf(lot, parts));
  });
  return found.flatMap((reason) => (reason.code === 'NO_SURPLUS' ? split(reason, held) : [reason]));
}

function split(reason: AnyReason, held: readonly Held[]): AnyReason[] {
  let left = reason.quantity;
  const parts: StateReason[] = [];
  for (const cause of CAUSES) {
    const quantity = Math.min(
      left,
      held.reduce((sum, each) => sum + each[cause], 0),
    );
    if (quantity > 0) parts.push({ ...stateReason(cause, quantity), heldNow: true });
    left -= quantity;
  }
  return left === 0 ? parts : [...parts, { ...reason, quantity: left, gain: Math.min(reason.gain, left) }];
}

function heldOf(lot: Lot, parts: Lot['contributions']): Held {
  const sum = (of: (part: Lot['contributions'][number]) => number): number =>
    parts.reduce((total, part) => total + of(part), 0);
  const suspended = sum((part) => (isProducerSuspended(lot, part.producerId) ? part.barred : 0));
  return {
    LOT_HELD: sum((part) => part.barred) - suspended,
    PRODUCER_SUSPENDED: suspended,
    PRODUCER_REFUSED: sum((part) => part.held),
  };
}
