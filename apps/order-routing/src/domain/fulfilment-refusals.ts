import { DomainError } from '#kernel/domain-error.js';
import { refuseStep } from './allocation-steps.js';
import type { Dispatched, Input, Paid, Received } from './inputs.js';
import { refuseOrderStep } from './order-steps.js';
import { refuseShipmentStep } from './shipment-steps.js';
import type { Allocation, MarketState } from './state.js';

/** @throws DomainError for a refusal of fulfilment, before anything has changed */
export function refuseFulfilment(state: MarketState, input: Input): void {
  switch (input.kind) {
    case 'allocation-confirmed':
      refuseStep(allocationOf(state, input.payload.allocationId), 'confirm');
      return;
    case 'allocation-refused':
      refuseStep(allocationOf(state, input.payload.allocationId), 'refuse');
      return;
    case 'hold-released':
      refuseRelease(state, input.payload.lotId);
      return;
    case 'shipment-dispatched':
      refuseDispatch(state, input.payload);
      return;
    case 'leg-arrived':
      refuseArrival(state, input.payload.shipmentId, input.payload.leg);
      return;
    case 'shipment-received':
      refuseReceipt(state, input.payload);
      return;
    case 'payment-recorded':
      refusePayment(state, input.payload);
      return;
    case 'order-cancelled':
      refuseCancellation(state, input.payload.orderId);
      return;
    default:
  }
}

export function allocationOf(state: MarketState, id: string): Allocation {
  const allocation = state.allocations.get(id);
  if (!allocation) throw new DomainError('NOT_FOUND', `There is no open allocation ${id}.`);
  return allocation;
}

/** Refusals of a dispatch, before anything has changed. */
function refuseDispatch(state: MarketState, { orderId, allocationIds, legs }: Dispatched): void {
  const order = state.orders.get(orderId);
  if (!order) throw new DomainError('NOT_FOUND', 'There is no such open order.');
  if (new Set(allocationIds).size !== allocationIds.length || allocationIds.length === 0 || legs.length === 0) {
    throw new DomainError('INVALID', 'Name each allocation once, at least one, and at least one leg.');
  }
  refuseOrderStep(order, 'dispatch');
  for (const id of allocationIds) {
    const allocation = allocationOf(state, id);
    if (allocation.orderId !== orderId) throw new DomainError('NOT_FOUND', `Allocation ${id} is not of this order.`);
    refuseStep(allocation, 'dispatch');
    if (state.lots.get(allocation.lotId)?.onHold === true) {
      throw new DomainError(
        'ILLEGAL_TRANSITION',
        `Lot ${allocation.lotId} is held for its quality: release the lot, or recall it, before its goods leave.`,
      );
    }
  }
}

/** Refusals of a leg's arrival: legs arrive in their order, each once. */
function refuseArrival(state: MarketState, shipmentId: string, index: number): void {
  const shipment = state.shipments.get(shipmentId);
  if (!shipment?.legs[index]) throw new DomainError('NOT_FOUND', 'There is no such leg on its way.');
  refuseShipmentStep(shipment, 'arrive');
  const next = shipment.legs.findIndex((leg) => leg.arrivedAt === null);
  if (next !== index)
    throw new DomainError('ILLEGAL_TRANSITION', `The next leg to arrive is number ${String(next + 1)}.`);
}

/** Refusals of a receipt: every allocation once, and never more than was sent. */
function refuseReceipt(state: MarketState, { shipmentId, items }: Received): void {
  const shipment = state.shipments.get(shipmentId);
  if (!shipment) throw new DomainError('NOT_FOUND', 'There is no such shipment on its way.');
  refuseShipmentStep(shipment, 'receive');
  const named = items.map((item) => item.allocationId).sort();
  if (JSON.stringify(named) !== JSON.stringify([...shipment.allocationIds].sort())) {
    throw new DomainError('INVALID', 'A receipt names every allocation of its shipment once.');
  }
  for (const [index, { allocationId, accepted, damaged }] of items.entries()) {
    const { quantity } = allocationOf(state, allocationId);
    if (accepted + damaged <= quantity) continue;
    const message = `accepted and damaged together are more than the ${String(quantity)} that were sent`;
    throw new DomainError('INVALID', `Allocation ${allocationId}: ${message}.`, [
      { pointer: `/items/${String(index)}`, message },
    ]);
  }
}

/** Refusals of a payment: there must be something owed, and no more than that is taken. */
function refusePayment(state: MarketState, { orderId, amount }: Paid): void {
  const order = state.orders.get(orderId);
  if (!order) throw new DomainError('NOT_FOUND', 'There is no such open order.');
  refuseOrderStep(order, 'pay');
  if (order.paid + amount <= order.owed) return;
  const open = String(order.owed - order.paid);
  throw new DomainError('INVALID', `Rp${open} are owed; a payment may not be more than that.`);
}

/** Refusals of a release: something must be held. */
function refuseRelease(state: MarketState, lotId: string): void {
  const lot = state.lots.get(lotId);
  if (!lot) throw new DomainError('NOT_FOUND', 'There is no such open lot.');
  if (lot.contributions.every((part) => part.held === 0)) {
    throw new DomainError('ILLEGAL_TRANSITION', 'Nothing of this lot was refused or lapsed.');
  }
}

/** An order that has ended is no longer there to be cancelled. */
function refuseCancellation(state: MarketState, orderId: string): void {
  const order = state.orders.get(orderId);
  if (!order) throw new DomainError('ILLEGAL_TRANSITION', 'The order is closed already.');
  refuseOrderStep(order, 'cancel');
}
