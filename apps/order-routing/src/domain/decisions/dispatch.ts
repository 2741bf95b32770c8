import { DomainError } from '#kernel/domain-error.js';
import { updateOrderStatus } from '../ledger/order.js';
import { refuseOrderStep } from '../ledger/order-steps.js';
import type { Leg } from '../ledger/legs.js';
import { newShipment } from '../ledger/shipment.js';
import type { Decision } from './decision.js';
import { refuseToSend, send } from './leaving-goods.js';
import { openAllocation, openOrder } from './refusals.js';

export interface Dispatched {
  readonly shipmentId: string;
  readonly orderId: string;
  /** Confirmed allocations of the order, each as a whole. */
  readonly allocationIds: readonly string[];
  readonly legs: readonly Omit<Leg, 'arrivedAt'>[];
}

/**
 * Confirmed allocations of one order leave together, in whatever it is. Journals of before have legs that do not join: that
 * they do is asked at the door.
 */
export const dispatch = {
  refuse(state, { orderId, allocationIds, legs }) {
    const order = openOrder(state, orderId);
    if (new Set(allocationIds).size !== allocationIds.length || allocationIds.length === 0 || legs.length === 0) {
      throw new DomainError('INVALID.dispatch');
    }
    refuseOrderStep(order, 'dispatch');
    for (const id of allocationIds) {
      if (openAllocation(state, id).orderId !== orderId) throw new DomainError('NOT_FOUND.not-of-order', { id });
      refuseToSend(state, id);
    }
  },

  apply(context, { shipmentId, orderId, allocationIds, legs }) {
    for (const id of allocationIds) send(context, context.state.allocation(id));
    newShipment(context, { id: shipmentId, orderId, loadId: null, allocationIds, legs });
    updateOrderStatus(context, orderId);
    return 'nothing';
  },

  answer: (_state, { shipmentId }) => ({ id: shipmentId }),
} satisfies Decision<Dispatched>;
