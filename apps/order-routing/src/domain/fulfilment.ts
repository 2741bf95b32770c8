import type { Decision } from './changes.js';
import { dropDue, scheduleBindBy } from './dues.js';
import type { Dispatched, Paid, Received } from './inputs.js';
import { take } from './allocation-steps.js';
import { allocationOf } from './fulfilment-refusals.js';
import { sortOut } from './lot.js';
import { touchOrder } from './promising.js';
import { holdAllocation, promiseOnlyBound } from './releasing.js';
import { settle } from './settlement.js';
import type { Allocation, Line, Lot, MarketState } from './state.js';

/** The seller takes the sale. */
export function confirmAllocation({ state, changes }: Decision, id: string): void {
  const allocation = allocationOf(state, id);
  const lot = state.lots.get(allocation.lotId);
  if (!lot) throw new Error(`Allocation ${id} is from lot ${allocation.lotId}, which is not here.`);
  lot.offered -= allocation.quantity;
  lot.confirmed += allocation.quantity;
  take(allocation, 'confirm', 'confirmed');
  dropDue(state, changes, 'confirm-by', id);
  changes.allocations.set(id, allocation);
  changes.lots.add(lot.id);
}

/** The seller refuses, or has not answered in time; the promise stands and is bound again. Nobody loses a turn by it. */
export function declineAllocation(decision: Decision, id: string, status: 'refused' | 'lapsed'): void {
  const allocation = allocationOf(decision.state, id);
  const { line } = around(decision.state, allocation);
  holdAllocation(decision, allocation, status);
  promiseOnlyBound(decision, line);
  scheduleBindBy(decision, line);
  touchOrder(decision, allocation.orderId);
}

/** What was held is for sale again: the producer says so. */
export function releaseHold({ state, changes }: Decision, lotId: string): void {
  const lot = state.lots.get(lotId);
  if (!lot) throw new Error(`Lot ${lotId} is not here.`);
  for (const part of lot.contributions) {
    lot.free += part.held;
    lot.held -= part.held;
    part.free += part.held;
    part.held = 0;
  }
  sortOut(lot);
  changes.lots.add(lotId);
  changes.contributions.add(lotId);
}

/** Confirmed allocations of one order leave together. */
export function dispatch(decision: Decision, sent: Dispatched): void {
  const { state, changes, at } = decision;
  const order = state.orders.get(sent.orderId);
  if (!order) throw new Error(`Order ${sent.orderId} is not here.`);
  for (const id of sent.allocationIds) {
    const allocation = allocationOf(state, id);
    const { lot, line } = around(state, allocation);
    lot.confirmed -= allocation.quantity;
    lot.inTransit += allocation.quantity;
    line.dispatched += allocation.quantity;
    take(allocation, 'dispatch', 'dispatched');
    changes.allocations.set(id, allocation);
    changes.lots.add(lot.id);
    changes.lines.add(line.id);
  }
  const shipment = {
    id: sent.shipmentId,
    orderId: sent.orderId,
    partner: order.partner,
    allocationIds: sent.allocationIds,
    legs: sent.legs.map((leg) => ({ ...leg, arrivedAt: null })),
    dispatchedAt: at,
    receivedAt: null,
    moisture: null,
    version: 0,
  };
  state.shipments.set(shipment.id, shipment);
  changes.shipments.set(shipment.id, shipment);
  touchOrder(decision, sent.orderId);
}

export function arriveLeg({ state, changes, at }: Decision, shipmentId: string, index: number): void {
  const shipment = state.shipments.get(shipmentId);
  const leg = shipment?.legs[index];
  if (!shipment || !leg) throw new Error(`Shipment ${shipmentId} has no leg ${String(index)}.`);
  leg.arrivedAt = at.toISOString();
  changes.shipments.set(shipmentId, shipment);
  changes.arrivedLegs.push({ shipmentId, leg: index });
}

/**
 * The partner has counted the goods. What it accepted is settled to its contributors; what is damaged or missing is
 * written off, and that part of the promise is bound again while its need-by lasts.
 */
export function receive(decision: Decision, receipt: Received): void {
  const { state, changes, at } = decision;
  const shipment = state.shipments.get(receipt.shipmentId);
  if (!shipment) throw new Error(`Shipment ${receipt.shipmentId} is not here.`);
  for (const { allocationId, accepted, damaged } of receipt.items) {
    const allocation = allocationOf(state, allocationId);
    const { lot, line } = around(state, allocation);
    allocation.accepted = accepted;
    allocation.damaged = damaged;
    allocation.missing = allocation.quantity - accepted - damaged;
    const lost = allocation.damaged + allocation.missing;
    lot.inTransit -= allocation.quantity;
    lot.delivered += accepted;
    lot.writtenOff += lost;
    line.dispatched -= lost;
    line.allocated -= lost;
    line.accepted += accepted;
    take(allocation, 'receive', lost === 0 ? 'accepted' : accepted === 0 ? 'refused-at-arrival' : 'short');
    state.allocations.delete(allocationId);
    changes.allocations.set(allocationId, allocation);
    changes.lots.add(lot.id);
    changes.lines.add(line.id);
    promiseOnlyBound(decision, line);
    scheduleBindBy(decision, line);
    if (accepted > 0) owe(decision, allocation);
  }
  shipment.receivedAt = at;
  shipment.moisture = receipt.moisture;
  state.shipments.delete(shipment.id);
  changes.shipments.set(shipment.id, shipment);
  touchOrder(decision, shipment.orderId);
}

export function recordPayment(decision: Decision, payment: Paid): void {
  const order = decision.state.orders.get(payment.orderId);
  if (!order) throw new Error(`Order ${payment.orderId} is not here.`);
  order.paid += payment.amount;
  decision.changes.payments.push(payment);
  decision.changes.orders.add(order.id);
  touchOrder(decision, order.id);
}

function owe({ state, changes }: Decision, allocation: Allocation): void {
  const order = state.orders.get(allocation.orderId);
  const { lot } = around(state, allocation);
  if (!order) throw new Error(`Order ${allocation.orderId} is not here.`);
  const settlement = settle(allocation, lot.unit);
  order.owed += settlement.amount;
  changes.orders.add(order.id);
  changes.settlements.push(settlement);
}

function around(state: MarketState, allocation: Allocation): { lot: Lot; line: Line } {
  const lot = state.lots.get(allocation.lotId);
  const line = state.lines.get(allocation.lineId);
  if (!lot || !line) throw new Error(`Allocation ${allocation.id}: its lot or line is not here.`);
  return { lot, line };
}
