import { DomainError } from '#kernel/domain-error.js';
import { linesOf } from '../ledger/order.js';
import { refuseOrderStep } from '../ledger/order-steps.js';
import { closeLine } from '../ledger/promise.js';
import { orderView } from '../views/order-view.js';
import { REPROMISE, type Decision } from './decision.js';

/** An order is cancelled: what is promised or bound, and not dispatched, goes back. */
export const cancelOrder = {
  refuse(state, { orderId }) {
    const order = state.orders.get(orderId);
    // One that has ended is no longer here.
    if (!order) throw new DomainError('ILLEGAL_TRANSITION.order-closed');
    refuseOrderStep(order, 'cancel');
  },

  apply(context, { orderId }) {
    const { state } = context;
    for (const line of linesOf(state, state.order(orderId))) closeLine(context, line, 'cancelled');
    return REPROMISE;
  },

  answer: (state, { orderId }) => orderView(state, orderId),
} satisfies Decision<{ readonly orderId: string }>;
