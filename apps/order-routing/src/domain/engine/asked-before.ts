import type { Market } from '#matching/format/market.js';
import { PromiseBook, PromisesNotServable } from '#matching/promise-book.js';
import type { MarketState } from '../ledger/market-state.js';
import { stateReason, type AnyReason } from '../ledger/reason.js';
import { ledgerIdOf } from './engine-lines.js';

/** A kind that every lot holds but those of sellers who refused this line, or did not answer for it. */
const NOT_REFUSED = 'not refused: ';

/**
 * The market in which nobody is asked a second time for a line that it refused or let lapse, as long as others can serve
 * what is promised to it. A line that only they can serve may ask them again.
 */
export function sparingRefusers(state: MarketState, market: Market): Market {
  const spared = new Map(
    [...state.refusals].filter(([line]) => market.lines.some(({ id }) => ledgerIdOf(id) === line)),
  );
  while (spared.size > 0) {
    const sparing = withKinds(state, market, spared);
    try {
      new PromiseBook(sparing);
      return sparing;
    } catch (error) {
      if (!(error instanceof PromisesNotServable)) throw error;
      const lacking = error.lacking.map(({ line }) => ledgerIdOf(line)).filter((line) => spared.has(line));
      if (lacking.length === 0) return market;
      for (const line of lacking) spared.delete(line);
    }
  }
  return market;
}

function withKinds(state: MarketState, market: Market, spared: ReadonlyMap<string, readonly string[]>): Market {
  return {
    ...market,
    lots: market.lots.map((lot) => {
      const { sellerId } = state.lot(ledgerIdOf(lot.id));
      const kinds = [...spared]
        .filter(([, sellers]) => !sellers.includes(sellerId))
        .map(([line]) => NOT_REFUSED + line);
      return { ...lot, certificates: [...lot.certificates, ...kinds] };
    }),
    lines: market.lines.map((line) => {
      const of = ledgerIdOf(line.id);
      return spared.has(of) ? { ...line, certificates: [...line.certificates, NOT_REFUSED + of] } : line;
    }),
  };
}

/** A gate of a refusal is told as one. */
export function inWordsOfRefusals(reasons: readonly AnyReason[]): AnyReason[] {
  return reasons.map((reason) => {
    const binding = reason.binding.filter((kind) => !kind.startsWith(NOT_REFUSED));
    if (binding.length === reason.binding.length) return reason;
    if (binding.length === 0) return stateReason('PRODUCER_REFUSED', reason.quantity);
    return { ...reason, binding };
  });
}
