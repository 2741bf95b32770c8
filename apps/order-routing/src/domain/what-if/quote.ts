import type { BaseUnit } from '#kernel/units.js';
import type { OrderPlaced } from '../decisions/place-order.js';
import { ChangeSet } from '../ledger/change-set.js';
import type { MarketState } from '../ledger/market-state.js';
import type { ToldReason } from '../ledger/reason.js';
import type { PromisedTerms } from '../views/order-view.js';
import { copyAt } from './copy.js';
import { amountsOf, landedPrice, pricedParts, type LandedPrice } from './priced.js';

/** What an order would be promised if it came now. Quantities in base units. */
export interface QuoteView {
  readonly origin: string;
  /** Instant, by the business clock, of which it tells: a later order may be told otherwise. */
  readonly at: string;
  readonly lines: readonly QuotedLine[];
  /** Rupiah for all that would be promised: goods, freight, and both. */
  readonly goods: number;
  readonly freight: number;
  readonly landed: number;
}

export interface QuotedLine {
  readonly commodity: string;
  readonly unit: BaseUnit;
  readonly deliverTo: string;
  readonly quantity: number;
  readonly promised: number;
  /** Why no more. */
  readonly unfilled: readonly ToldReason[];
  /** Under which rows, with freight and days on the way. */
  readonly terms: readonly PromisedTerms[];
  /** Rupiah a trade unit at the buyer's door, by the lots that a run would bind now; null: nothing would be promised. */
  readonly landedPrice: LandedPrice | null;
  /** Rupiah for what would be promised. */
  readonly goods: number;
  readonly freight: number;
}

/** @param state a copy that nobody keeps; @throws DomainError as the order would be refused */
export function quoteOf(state: MarketState, now: Date, order: OrderPlaced): QuoteView {
  const copy = copyAt(state, now);
  const { lines } = copy.market.apply({ kind: 'order-placed', payload: order }, copy.at, new ChangeSet());
  const parts = pricedParts(copy, new Set(lines.map(({ id }) => id)));
  const quoted = lines.map((line): QuotedLine => {
    const own = parts.filter((part) => part.line === line.id);
    const { commodity, unit, deliverTo, quantity, promised, unfilled, terms } = line;
    const said = { commodity, unit, deliverTo, quantity, promised, unfilled, terms };
    return { ...said, landedPrice: landedPrice(own), ...amountsOf(own, unit) };
  });
  const [goods, freight] = [sum(quoted, 'goods'), sum(quoted, 'freight')];
  return { origin: state.origin, at: copy.at.toISOString(), lines: quoted, goods, freight, landed: goods + freight };
}

function sum(lines: readonly QuotedLine[], of: 'goods' | 'freight'): number {
  return lines.reduce((total, line) => total + line[of], 0);
}
