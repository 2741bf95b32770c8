import type { AllocationStatus } from '#kernel/states.js';
import type { BaseUnit } from '#kernel/units.js';
import { addDays, localDateAt } from '#kernel/local-date.js';
import { PAYMENT_DAYS } from '#kernel/payment-days.js';
import { chunksOf } from '#kernel/chunk-size.js';
import { largestRemainder } from '#kernel/largest-remainder.js';
import type { Allocation } from './allocation.js';
import type { DecisionContext } from './decision-context.js';
import type { JointPart } from './line.js';
import { owe } from './order.js';
import type { SaleTerms } from './term.js';

/** What one allocation earns its contributors: quantities and rupiah, each adding up to the whole. */
export interface Settlement {
  readonly allocationId: string;
  readonly orderId: string;
  readonly lotId: string;
  readonly quantity: number;
  /** quantity × unit price ÷ base units in a trade unit, rounded once, half up. */
  readonly amount: number;
  /** Events that have told of it before its receipt was corrected; absent: none. */
  readonly told?: number;
  readonly lines: readonly { readonly producerId: string; readonly quantity: number; readonly amount: number }[];
}

/** What was accepted together is paid together: by the longest of its terms. */
export function paymentDueOn(receivedAt: Date, origin: string, accepted: readonly SaleTerms[] = []): string {
  const days = accepted.map(({ paymentDays }) => paymentDays ?? PAYMENT_DAYS);
  return addDays(localDateAt(receivedAt, origin), days.length === 0 ? PAYMENT_DAYS : Math.max(...days));
}

/**
 * @param receipts shipments of an order that were received; those of before it was kept have no day of their own
 * @returns last day to pay what the order owes, at the origin; null: nothing was received yet
 */
export function lastDayToPay(
  receipts: readonly { readonly receivedAt: Date; readonly payBy: string | null }[],
  origin: string,
): string | null {
  const days = receipts.map(({ receivedAt, payBy }) => payBy ?? paymentDueOn(receivedAt, origin));
  return days.sort().at(-1) ?? null;
}

/** What a buyer of a joint order has received and owes. */
export interface BuyerShare {
  readonly buyer: JointPart['buyer'];
  readonly quantity: number;
  readonly amount: number;
}

/**
 * Splits what was accepted of a joint line, and what it costs, among its buyers in proportion to what they ordered: a
 * shortage is everyone's.
 */
export function buyerShares(parts: readonly JointPart[], accepted: number, amount: number): BuyerShare[] {
  const weights = parts.map((part) => part.quantity);
  const quantities = largestRemainder(accepted, weights);
  const amounts = largestRemainder(amount, weights);
  return parts.map(({ buyer }, index) => ({ buyer, quantity: quantities[index] ?? 0, amount: amounts[index] ?? 0 }));
}

/** Base units in the trade unit that prices are quoted for: 1,000 g in a kilogram, one pair, one piece. */
function priceScale(unit: BaseUnit): number {
  return unit === 'GRAM' ? 1_000 : 1;
}

/** @returns rupiah of a quantity at a price a trade unit, rounded once, half up */
export function amountOf(quantity: number, unitPrice: number, unit: BaseUnit): number {
  const scale = BigInt(priceScale(unit));
  return Number((BigInt(quantity) * BigInt(unitPrice) * 2n + scale) / (2n * scale));
}

/** Allocations whose goods may still reach the partner. */
const UNDER_WAY: ReadonlySet<AllocationStatus> = new Set(['offered', 'confirmed', 'dispatched']);

/** @returns rupiah: what the receipt has made of an allocation; before it, what it comes to if all of it is accepted */
export function earningsOf(
  { status, quantity, accepted, unitPrice }: Pick<Allocation, 'status' | 'quantity' | 'accepted' | 'unitPrice'>,
  unit: BaseUnit,
): number {
  return amountOf(UNDER_WAY.has(status) ? quantity : accepted, unitPrice, unit);
}

/**
 * Settles what was accepted of an allocation to its contributors, to the unit and to the rupiah: a shortage is taken from
 * all of them in proportion, remainders go by the largest.
 */
export function settle(allocation: Allocation, unit: BaseUnit): Settlement {
  const { id, orderId, lotId, accepted, unitPrice, shares } = allocation;
  const amount = amountOf(accepted, unitPrice, unit);
  const quantities = largestRemainder(
    accepted,
    shares.map((share) => share.quantity),
  );
  const amounts = largestRemainder(amount, quantities);
  return {
    allocationId: id,
    orderId,
    lotId,
    quantity: accepted,
    amount,
    lines: shares
      .map(({ producerId }, index) => ({ producerId, quantity: quantities[index] ?? 0, amount: amounts[index] ?? 0 }))
      .filter((line) => line.quantity > 0),
  };
}

/**
 * What was accepted of a shipment is owed by its order, and due to its contributors.
 *
 * @returns last day to pay it, at the origin
 */
export function settleShipment(context: DecisionContext, allocations: readonly Allocation[]): string {
  const accepted = allocations.filter((allocation) => allocation.accepted > 0);
  for (const allocation of accepted) settleAllocation(context, allocation);
  return paymentDueOn(context.at, context.state.origin, accepted);
}

function settleAllocation(context: DecisionContext, allocation: Allocation): void {
  const { orderId, lotId } = allocation;
  const settlement = settle(allocation, context.state.lot(lotId).unit);
  owe(context, context.state.order(orderId), settlement.amount);
  context.changes.settlements.push(settlement);
}

/**
 * Settles what a receipt says after it was corrected; the order owes the difference.
 *
 * @param before what it came to by the receipt as it was
 * @param told events that have told of it
 * @returns how many will have, with this
 */
export function settleAgain(
  context: DecisionContext,
  allocation: Allocation,
  before: Settlement,
  told: number,
): number {
  const settlement = { ...settle(allocation, context.state.lot(allocation.lotId).unit), told };
  owe(context, context.state.order(allocation.orderId), settlement.amount - before.amount);
  context.changes.settlements.push(settlement);
  return told + chunksOf(settlement.lines.length);
}
