import type { Allocation } from '../ledger/allocation.js';
import type { Lot } from '../ledger/lot.js';
import type { MarketState } from '../ledger/market-state.js';

/** Allocations of the lot that have not left, those of the latest promise first: it is the first to lose. */
export function boundFrom(state: MarketState, lot: Lot): Allocation[] {
  return [...state.allocations.values()]
    .filter((allocation) => allocation.lotId === lot.id && allocation.status !== 'dispatched')
    .sort((a, b) => {
      const [one, other] = [state.line(a.lineId), state.line(b.lineId)];
      return other.journal - one.journal || other.position - one.position || (a.id < b.id ? -1 : 1);
    });
}
