import { DomainError } from '#kernel/domain-error.js';
import { stepAllocation } from '../ledger/allocation.js';
import { refuseAllocationStep } from '../ledger/allocation-steps.js';
import type { DecisionContext } from '../ledger/decision-context.js';
import { addDispatched } from '../ledger/line.js';
import { moveBound } from '../ledger/lot-goods.js';
import type { MarketState } from '../ledger/market-state.js';
import { updateOrderStatus } from '../ledger/order.js';
import { refuseOrderStep } from '../ledger/order-steps.js';
import { addShipment, type Leg } from '../ledger/shipment.js';
import type { Decision } from './decision.js';
import { openAllocation, openOrder } from './refusals.js';

export interface Dispatched {
  readonly shipmentId: string;
  readonly orderId: string;
  /** Confirmed allocations of the order, each as a whole. */
  readonly allocationIds: readonly string[];
  readonly legs: readonly Omit<Leg, 'arrivedAt'>[];
}

/** Confirmed allocations of one order leave together. */
export const dispatch = {
  refuse(state, { orderId, allocationIds, legs }) {
    const order = openOrder(state, orderId);
    if (new Set(allocationIds).size !== allocationIds.length || allocationIds.length === 0 || legs.length === 0) {
      throw new DomainError('INVALID.dispatch');
    }
    refuseOrderStep(order, 'dispatch');
    for (const id of allocationIds) refuseToSend(state, orderId, id);
  },

  apply(context, { shipmentId, orderId, allocationIds, legs }) {
    for (const id of allocationIds) send(context, id);
    addShipment(context, {
      id: shipmentId,
      orderId,
      partner: context.state.order(orderId).partner,
      allocationIds,
      legs: legs.map((leg) => ({ ...leg, arrivedAt: null })),
      dispatchedAt: context.at,
      receivedAt: null,
      payBy: null,
      moisture: null,
      version: 0,
    });
    updateOrderStatus(context, orderId);
    return 'nothing';
  },

  answer: (_state, { shipmentId }) => ({ id: shipmentId }),
} satisfies Decision<Dispatched>;

function refuseToSend(state: MarketState, orderId: string, allocationId: string): void {
  const allocation = openAllocation(state, allocationId);
  if (allocation.orderId !== orderId) {
    throw new DomainError('NOT_FOUND.not-of-order', { id: allocationId });
  }
  refuseAllocationStep(allocation, 'dispatch');
  if (state.lots.get(allocation.lotId)?.onHold !== true) return;
  throw new DomainError('ILLEGAL_TRANSITION.lot-held', { id: allocation.lotId });
}

function send(context: DecisionContext, allocationId: string): void {
  const { state } = context;
  const allocation = state.allocation(allocationId);
  moveBound(context, state.lot(allocation.lotId), ['confirmed', 'inTransit'], allocation.quantity);
  addDispatched(context, state.line(allocation.lineId), allocation.quantity);
  stepAllocation(context, allocation, 'dispatch', 'dispatched');
}
