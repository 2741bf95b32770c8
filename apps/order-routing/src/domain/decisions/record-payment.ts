import { DomainError } from '#kernel/domain-error.js';
import { bankReference, pay, updateOrderStatus, type Payment } from '../ledger/order.js';
import { refuseOrderStep } from '../ledger/order-steps.js';
import { orderView } from '../views/order-view.js';
import type { Decision } from './decision.js';
import { openOrder } from './refusals.js';

/** The partner has paid; no more than is owed is taken, and one transfer pays once. */
export const recordPayment = {
  refuse(state, { orderId, amount, reference }) {
    const order = openOrder(state, orderId);
    refuseOrderStep(order, 'pay');
    const paid = state.paidBy.get(bankReference(reference));
    if (paid !== undefined) throw new DomainError('PAYMENT_REPEATED', { reference, id: paid });
    if (order.paid + amount <= order.owed) return;
    throw new DomainError('INVALID.payment', { amount: order.owed - order.paid });
  },

  apply(context, payment) {
    pay(context, context.state.order(payment.orderId), payment);
    updateOrderStatus(context, payment.orderId);
    return 'nothing';
  },

  answer: (state, { orderId }) => orderView(state, orderId),
} satisfies Decision<Payment>;
