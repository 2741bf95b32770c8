import { DomainError } from '#kernel/domain-error.js';
import { recall, type KeptRecords } from '../ledger/kept-records.js';
import { bankReference, unpay, updateOrderStatus, type Reversal } from '../ledger/order.js';
import { refuseOrderStep } from '../ledger/order-steps.js';
import { orderView } from '../views/order-view.js';
import type { Decision } from './decision.js';

/** A payment that was recorded, and the order that it has paid, which may be closed by now. */
export interface PaymentReversed extends Reversal {
  readonly kept: Omit<KeptRecords, 'lots'>;
}

/** A payment is taken back by an entry beside it: the order owes it again, and its bank reference may be used again. */
export const reversePayment = {
  refuse(state, { orderId, reference, kept }) {
    if (state.paidBy.get(bankReference(reference)) !== orderId) {
      throw new DomainError('ILLEGAL_TRANSITION.payment-reversed', { reference });
    }
    refuseOrderStep(state.orders.get(orderId) ?? kept.order, 'reverse');
  },

  apply(context, { kept, ...reversal }) {
    recall(context, { ...kept, lots: [] });
    unpay(context, context.state.order(reversal.orderId), reversal);
    updateOrderStatus(context, reversal.orderId);
    return 'nothing';
  },

  answer: (state, { orderId }) => orderView(state, orderId),
} satisfies Decision<PaymentReversed>;
