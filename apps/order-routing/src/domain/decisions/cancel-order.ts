import { DomainError } from '#kernel/domain-error.js';
import { openQuantity, type Line } from '../ledger/line.js';
import { linesOf } from '../ledger/order.js';
import { refuseOrderStep } from '../ledger/order-steps.js';
import { closeLine } from '../ledger/promise.js';
import { orderView } from '../views/order-view.js';
import { REPROMISE, type Decision } from './decision.js';

/** An order is cancelled, or closed as it is: what has not left goes back, what has is received and paid. */
export const cancelOrder = {
  refuse(state, { orderId }) {
    const order = state.orders.get(orderId);
    // One that has ended is no longer here.
    if (!order) throw new DomainError('ILLEGAL_TRANSITION.order-closed');
    refuseOrderStep(order, 'cancel');
    if (linesOf(state, order).every(hasLeft)) throw new DomainError('ILLEGAL_TRANSITION.all-left');
  },

  apply(context, { orderId }) {
    const { state } = context;
    for (const line of linesOf(state, state.order(orderId))) closeLine(context, line, 'cancelled');
    return REPROMISE;
  },

  answer: (state, { orderId }) => orderView(state, orderId),
} satisfies Decision<{ readonly orderId: string }>;

/** Nothing of it is open any more, or waits to be sent. */
function hasLeft(line: Line): boolean {
  return (line.status !== 'open' || openQuantity(line) === 0) && line.promised === line.dispatched;
}
