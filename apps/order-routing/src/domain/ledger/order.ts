import type { OrderStatus } from '#kernel/states.js';
import type { DecisionContext } from './decision-context.js';
import type { Line } from './line.js';
import type { MarketState } from './market-state.js';
import { orderStatus } from './order-status.js';
import type { Writable } from './writable.js';

export interface Order {
  readonly id: string;
  readonly partner: string;
  readonly placedBy: string;
  readonly buyer: { readonly name: string; readonly nib?: string; readonly npwp?: string };
  readonly reference: string | null;
  /** Of an order from a file: what its row means. Of those that are not cancelled each has its own; null: it came another way. */
  readonly meaning: string | null;
  readonly placedAt: Date;
  readonly lineIds: readonly string[];
  readonly status: OrderStatus;
  /** Rupiah for the goods accepted so far, and what of it has been paid. */
  readonly owed: number;
  readonly paid: number;
  readonly version: number;
}

/** Rupiah, > 0, that the partner has paid. */
export interface Payment {
  readonly orderId: string;
  readonly amount: number;
  readonly reference: string;
}

/** A payment that did not come in after all, or that was recorded wrongly: an entry of its own, and its reference is free again. */
export interface Reversal extends Payment {
  readonly paymentId: number;
  readonly reason: string;
  readonly by: string;
}

/** A bank's reference as it is compared: as people write it, in capitals or not, with more spaces or fewer. */
export function bankReference(reference: string): string {
  return reference.trim().replaceAll(/\s+/g, ' ').toUpperCase();
}

export function addOrder({ state, changes }: DecisionContext, order: Order): void {
  state.orders.set(order.id, order);
  changes.newOrders.add(order.id);
  changes.orders.add(order.id);
}

/** @param amount rupiah for goods that were accepted; negative: for goods that were not, after all */
export function owe(context: DecisionContext, order: Order, amount: number): void {
  writable(context, order).owed += amount;
}

export function pay(context: DecisionContext, order: Order, payment: Payment): void {
  writable(context, order).paid += payment.amount;
  context.state.paidBy.set(bankReference(payment.reference), order.id);
  context.changes.payments.push(payment);
}

export function unpay(context: DecisionContext, order: Order, reversal: Reversal): void {
  writable(context, order).paid -= reversal.amount;
  context.state.paidBy.delete(bankReference(reversal.reference));
  context.changes.reversals.push(reversal);
}

/** The order's state follows from its lines and its payments. */
export function updateOrderStatus(context: DecisionContext, orderId: string): void {
  const order = context.state.order(orderId);
  const status = orderStatus(linesOf(context.state, order), order);
  if (status !== order.status) writable(context, order).status = status;
}

export function linesOf(state: MarketState, order: Order): Line[] {
  return order.lineIds.map((id) => state.line(id));
}

/** Nothing of it is open, nothing is bound or under way, and all that is owed is paid: it can never change again. */
export function isClosed(state: MarketState, order: Order): boolean {
  if (order.paid < order.owed) return false;
  return linesOf(state, order).every(
    (line) =>
      (line.status !== 'open' || line.accepted + line.waived === line.wanted) && line.allocated === line.accepted,
  );
}

function writable({ changes }: DecisionContext, order: Order): Writable<Order> {
  changes.orders.add(order.id);
  return order;
}
