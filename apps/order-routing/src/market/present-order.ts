import { largestRemainder } from '#kernel/largest-remainder.js';
import { linesOf } from '../domain/promising.js';
import type { Allocation, JointPart, Line, MarketState, Order, AnyReason } from '../domain/state.js';

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
}

export interface LineView {
  readonly id: string;
  readonly commodity: string;
  readonly unit: string;
  readonly quantity: number;
  readonly promised: number;
  readonly allocated: number;
  readonly deliverTo: string;
  readonly maxLandedPrice: number | null;
  readonly certificates: readonly string[];
  readonly needBy: string;
  readonly minLifeDays: number;
  readonly term: string | null;
  readonly status: string;
  readonly unfilled: readonly AnyReason[];
  /** Of a joint order: what each buyer wants, and its part of the promise. */
  readonly parts?: readonly (JointPart & { readonly promised: number })[];
  readonly allocations: readonly AllocationView[];
}

export interface AllocationView {
  readonly id: string;
  readonly lot: string;
  readonly run: string;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly freight: number;
  readonly status: string;
  readonly why: object;
}

/**
 * The answer to an order that was just decided, from the market in memory.
 *
 * @param isNew it cannot have allocations yet, and looking through a whole market's for each would take ever longer
 */
export function orderInMarket(state: MarketState, orderId: string, isNew = false): OrderView {
  const order = state.orders.get(orderId);
  if (!order) throw new Error(`Order ${orderId} is not in market ${state.origin}.`);
  const lines = linesOf(state.lines, order);
  const allocations = isNew ? [] : [...state.allocations.values()].filter((entry) => entry.orderId === orderId);
  return presentOrder(state.origin, order, lines, allocations);
}

export function presentOrder(
  origin: string,
  order: Omit<Order, 'lineIds'>,
  lines: readonly Omit<Line, 'partner'>[],
  allocations: readonly Omit<Allocation, 'shares'>[],
): OrderView {
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
      term: line.termId,
      status: line.status,
      unfilled: line.unfilled,
      ...(line.parts.length === 0 ? {} : { parts: promisedParts(line) }),
      allocations: allocations
        .filter((allocation) => allocation.lineId === line.id)
        .map(({ id, lotId, runId, quantity, unitPrice, freight, status, why }) => ({
          id,
          lot: lotId,
          run: runId,
          quantity,
          unitPrice,
          freight,
          status,
          why,
        })),
    })),
  };
}

function promisedParts({ parts, promised }: Pick<Line, 'parts' | 'promised'>): NonNullable<LineView['parts']> {
  const promises = largestRemainder(
    promised,
    parts.map((part) => part.quantity),
  );
  return parts.map((part, index) => ({ ...part, promised: promises[index] ?? 0 }));
}
