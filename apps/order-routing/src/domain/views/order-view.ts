import type { Use } from '#kernel/states.js';
import type { BaseUnit } from '#kernel/units.js';
import { largestRemainder } from '#kernel/largest-remainder.js';
import type { Allocation } from '../ledger/allocation.js';
import type { JointPart, Line } from '../ledger/line.js';
import type { MarketState } from '../ledger/market-state.js';
import { linesOf, type Order } from '../ledger/order.js';
import { marked, partsOf } from '../ledger/promise-parts.js';
import { told, type ToldReason } from '../ledger/reason.js';
import { saleTermsOf, type Edition, type SaleTerms, type Term } from '../ledger/term.js';

/** An order as callers read it; quantities in base units. For each line: quantity = promised + Σ unfilled. */
export interface OrderView {
  readonly id: string;
  readonly origin: string;
  readonly partner: string;
  readonly placedBy: string;
  readonly buyer: Order['buyer'];
  readonly reference: string | null;
  readonly placedAt: string;
  readonly status: string;
  readonly lines: readonly LineView[];
  /** Lots of its goods that were recalled, on their way or after they came; absent: none. */
  readonly recalls?: readonly { readonly lot: string; readonly at: string }[];
}

export interface LineView {
  readonly id: string;
  readonly commodity: string;
  readonly unit: BaseUnit;
  readonly quantity: number;
  readonly promised: number;
  readonly allocated: number;
  readonly deliverTo: string;
  readonly maxLandedPrice: number | null;
  readonly certificates: readonly string[];
  readonly needBy: string;
  readonly minLifeDays: number;
  readonly use: Use;
  readonly term: string | null;
  /** What is promised under which edition of which terms row: an addendum binds later promises. Adds up to the promise. */
  readonly terms: readonly PromisedTerms[];
  readonly status: string;
  readonly unfilled: readonly ToldReason[];
  /** Of a joint order: what each buyer wants, and its part of the promise. */
  readonly parts?: readonly (JointPart & { readonly promised: number })[];
  readonly allocations: readonly AllocationView[];
}

/** What of a line is promised under an edition, and sold by: null what an earlier release did not keep. */
export interface PromisedTerms {
  readonly term: string;
  readonly edition: number | null;
  readonly promised: number;
  readonly allocated: number;
  /** Rupiah a trade unit. */
  readonly freight: number | null;
  readonly transitDays: number | null;
}

/** Looks an edition up; undefined where it is not kept. */
export type EditionOf = (under: Edition) => Pick<Term, 'freight' | 'transitDays'> | undefined;

export interface AllocationView extends SaleTerms {
  readonly id: string;
  readonly lot: string;
  readonly term: string;
  readonly edition: number | null;
  readonly run: string;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly status: string;
  readonly why: object;
}

/** An order of the market as it is now. */
export function orderView(state: MarketState, orderId: string): OrderView {
  const allocations = [...state.allocations.values()].filter((entry) => entry.orderId === orderId);
  return inMarket(state, orderId, allocations);
}

/** An order that was just placed: it has no allocations, and looking through a whole market's for each would take ever longer. */
export function newOrderView(state: MarketState, orderId: string): OrderView {
  return inMarket(state, orderId, []);
}

function inMarket(state: MarketState, orderId: string, allocations: readonly Allocation[]): OrderView {
  const order = state.order(orderId);
  return presentOrder({ origin: state.origin, order, lines: linesOf(state, order), allocations }, (under) =>
    state.termUnder(under),
  );
}

/** An order with all that belongs to it, as the state or the tables have it. */
interface KeptOrder {
  readonly origin: string;
  readonly order: Omit<Order, 'lineIds'>;
  readonly lines: readonly Omit<Line, 'partner'>[];
  readonly allocations: readonly Omit<Allocation, 'shares'>[];
}

export function presentOrder({ origin, order, lines, allocations }: KeptOrder, editionOf: EditionOf): OrderView {
  return {
    id: order.id,
    origin,
    partner: order.partner,
    placedBy: order.placedBy,
    buyer: order.buyer,
    reference: order.reference,
    placedAt: new Date(order.placedAt).toISOString(),
    status: order.status,
    lines: lines.map((line) => ({
      id: line.id,
      commodity: line.commodity,
      unit: line.unit,
      quantity: line.wanted,
      promised: line.promised,
      allocated: line.allocated,
      deliverTo: line.deliverTo,
      maxLandedPrice: line.maxLandedPrice,
      certificates: line.certificates,
      needBy: line.needBy,
      minLifeDays: line.minLifeDays,
      use: line.use,
      term: line.termId,
      terms: promisedTerms(line, editionOf),
      status: line.status,
      unfilled: line.unfilled.map(told),
      ...(line.parts.length === 0 ? {} : { parts: promisedParts(line) }),
      allocations: allocations
        .filter((allocation) => allocation.lineId === line.id)
        .map((allocation) => ({
          id: allocation.id,
          lot: allocation.lotId,
          term: allocation.termId,
          edition: allocation.edition === UNKNOWN ? null : allocation.edition,
          run: allocation.runId,
          quantity: allocation.quantity,
          unitPrice: allocation.unitPrice,
          ...saleTermsOf(allocation),
          status: allocation.status,
          why: allocation.why,
        })),
    })),
  };
}

/** Orders that ended before a release kept editions say none. */
const UNKNOWN = 0;

function promisedTerms({ takes, allocated }: Pick<Line, 'takes' | 'allocated'>, editionOf: EditionOf): PromisedTerms[] {
  const parts = partsOf(marked(takes, allocated, ({ edition = UNKNOWN }) => edition));
  return parts.map(({ termId, edition, promised, allocated: bound }) => {
    const { freight = null, transitDays = null } =
      (edition === UNKNOWN ? undefined : editionOf({ termId, edition })) ?? {};
    const known = edition === UNKNOWN ? null : edition;
    return { term: termId, edition: known, promised, allocated: bound, freight, transitDays };
  });
}

function promisedParts({ parts, promised }: Pick<Line, 'parts' | 'promised'>): NonNullable<LineView['parts']> {
  const promises = largestRemainder(
    promised,
    parts.map((part) => part.quantity),
  );
  return parts.map((part, index) => ({ ...part, promised: promises[index] ?? 0 }));
}
