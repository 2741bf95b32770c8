import type { Market } from '#matching/format/market.js';
import { PromiseBook, PromisesNotServable } from '#matching/promise-book.js';
import type { MarketState } from '../ledger/market-state.js';
import { stateReason, type AnyReason } from '../ledger/reason.js';
import { ledgerIdOf, PART } from './engine-lines.js';

/** A kind that every lot holds but those of sellers who refused this line, or did not answer for it. */
const NOT_REFUSED = 'not refused: ';

/** What of a promise may be asked of those who refused it: that much nobody else can serve. */
interface Spared {
  readonly sellers: readonly string[];
  again: number;
}

/**
 * The market in which nobody is asked a second time for a line that it refused or let lapse, as long as others can serve
 * what is promised to it. What only they can serve may be asked of them again.
 */
export function sparingRefusers(state: MarketState, market: Market): Market {
  const spared = new Map<string, Spared>();
  for (const { id } of market.lines) {
    const sellers = state.refusals.get(ledgerIdOf(id));
    if (sellers) spared.set(id, { sellers, again: 0 });
  }
  if (spared.size === 0) return market;
  const counted = inWholePackages(market);
  while (spared.size > 0) {
    try {
      new PromiseBook(withKinds(state, counted, spared));
      return withKinds(state, market, spared);
    } catch (error) {
      if (!(error instanceof PromisesNotServable)) throw error;
      release(market, spared, error.lacking);
    }
  }
  return market;
}

/**
 * What lies beside the packages spares nobody: where whole ones can serve all that is promised of a product, none is opened
 * for the sake of who refused.
 */
function inWholePackages(market: Market): Market {
  const { parcels = {}, lots, lines } = market;
  const whole = new Map(Object.entries(parcels));
  while (whole.size > 0) {
    const inPackages = lots.map((lot) => ({
      ...lot,
      quantity: lot.quantity - (lot.quantity % (whole.get(lot.product) ?? 1)),
    }));
    const counted = { ...market, lots: inPackages.filter(({ quantity }) => quantity > 0) };
    try {
      new PromiseBook(counted);
      return counted;
    } catch (error) {
      if (!(error instanceof PromisesNotServable)) throw error;
      const lacking = new Set(error.lacking.map(({ line }) => line));
      const opened = lines.filter(({ id, product }) => lacking.has(id) && whole.delete(product));
      if (opened.length === 0) return market;
    }
  }
  return market;
}

/** Lets what lacks goods be asked of everybody: of the lines that lack them, or of one that keeps others from theirs. */
function release(
  market: Market,
  spared: Map<string, Spared>,
  lacking: readonly { readonly line: string; readonly quantity: number }[],
): void {
  const own = lacking.filter(({ line }) => spared.has(line));
  for (const { line, quantity } of own) {
    const entry = spared.get(line);
    const { promised = 0, product = '' } = market.lines.find(({ id }) => id === line) ?? {};
    // What is asked again is asked in whole packages, as all that is promised.
    const sack = market.parcels?.[product] ?? 1;
    const more = Math.ceil(quantity / sack) * sack;
    if (entry && entry.again + more < promised) entry.again += more;
    else spared.delete(line);
  }
  const [another] = spared.keys();
  if (own.length === 0 && another !== undefined) spared.delete(another);
}

function withKinds(state: MarketState, market: Market, spared: ReadonlyMap<string, Spared>): Market {
  return {
    ...market,
    lots: market.lots.map((lot) => {
      const { sellerId } = state.lot(ledgerIdOf(lot.id));
      const kinds = [...spared]
        .filter(([, { sellers }]) => !sellers.includes(sellerId))
        .map(([line]) => NOT_REFUSED + line);
      return { ...lot, certificates: [...lot.certificates, ...kinds] };
    }),
    lines: market.lines.flatMap((line) => {
      const { again } = spared.get(line.id) ?? {};
      if (again === undefined) return line;
      const rest = { quantity: line.quantity - again, promised: line.promised - again };
      const asked = { ...line, ...rest, certificates: [...line.certificates, NOT_REFUSED + line.id] };
      if (again === 0) return asked;
      const { minimum: _, partial: __, ...other } = line;
      return [asked, { ...other, id: `${line.id}${PART}again`, quantity: again, promised: again }];
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
