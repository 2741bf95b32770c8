import type { Answer } from './market/requests.js';
import { orderInMarket } from './market/present-order.js';

/** What the caller of each input is told, from the state that it led to. */
export const answer: Answer = (input, state) => {
  switch (input.kind) {
    case 'order-placed':
      return orderInMarket(state, input.payload.orderId, true);
    case 'order-cancelled':
      return orderInMarket(state, input.payload.orderId);
    case 'allocation-confirmed':
    case 'allocation-refused':
      return { id: input.payload.allocationId };
    case 'hold-released':
      return { id: input.payload.lotId };
    case 'shipment-dispatched':
    case 'leg-arrived':
    case 'shipment-received':
      return { id: input.payload.shipmentId };
    case 'payment-recorded':
      return orderInMarket(state, input.payload.orderId);
    case 'run-requested':
      return { id: input.payload.runId, origin: state.origin, journal: state.journal };
    default:
      return null;
  }
};
