import { ORDER_WORDS } from '#kernel/refusals/state-words.js';
import type { OrderStatus } from '#kernel/states.js';
import type { Order } from './order.js';
import { refuseIllegal, type Steps } from './steps.js';

/** What is asked of an order, or happens to it at its need-by; `market` is all that others do: see ORDER_STEPS. */
export type OrderStep =
  'place' | 'dispatch' | 'receive' | 'pay' | 'correct' | 'reverse' | 'cancel' | 'expire' | 'market';

/**
 * Every legal step of an order, and the states that it can lead to beside the one it is in; one without steps is final. The state itself follows from the lines (order-status.ts); the table says what may be asked of it. By `market`
 * it changes without being asked: stock comes or goes, a run binds, a seller refuses, its agreement ends.
 *
 * Goods refused at arrival bring an order back to where it was before it left, and a remainder that is promised after
 * the payment opens a settled one again: both stay open until need-by. By `correct` a receipt says something else, for
 * three days, also of an order that has ended since; by `reverse` a payment has not come in.
 */
export const ORDER_STEPS: Steps<OrderStatus, OrderStep> = {
  open: { place: ['promised-in-full', 'promised-in-part', 'promised-not-at-all'] },
  'promised-in-full': {
    dispatch: ['dispatched'],
    correct: ['dispatched', 'received'],
    cancel: ['cancelled'],
    expire: ['promised-in-part', 'allocated', 'expired'],
    market: ['promised-in-part', 'promised-not-at-all', 'allocated'],
  },
  'promised-in-part': {
    dispatch: ['dispatched'],
    correct: ['dispatched', 'received'],
    cancel: ['cancelled'],
    expire: ['promised-not-at-all', 'allocated', 'expired'],
    market: ['promised-in-full', 'promised-not-at-all', 'allocated'],
  },
  'promised-not-at-all': {
    correct: ['received'],
    cancel: ['cancelled'],
    expire: ['expired'],
    market: ['promised-in-full', 'promised-in-part'],
  },
  allocated: {
    dispatch: ['dispatched'],
    correct: ['dispatched', 'received'],
    cancel: ['cancelled'],
    expire: [],
    market: ['promised-in-full', 'promised-in-part', 'promised-not-at-all', 'expired'],
  },
  dispatched: {
    dispatch: [],
    receive: [
      ...(['promised-in-full', 'promised-in-part', 'promised-not-at-all', 'allocated'] as const),
      ...(['received', 'settled', 'expired', 'cancelled'] as const),
    ],
    pay: [],
    correct: ['promised-in-full', 'promised-in-part', 'allocated', 'received'],
    reverse: [],
    cancel: ['received', 'settled'],
    expire: ['received', 'settled'],
    market: ['received', 'settled'],
  },
  received: {
    pay: ['settled'],
    correct: ['promised-in-part', 'promised-not-at-all', 'dispatched', 'settled', 'cancelled', 'expired'],
    reverse: [],
    cancel: [],
    expire: [],
    market: ['dispatched'],
  },
  settled: { correct: ['received'], reverse: ['received'], cancel: [], expire: [], market: ['dispatched'] },
  cancelled: { correct: ['received'] },
  expired: { correct: ['received'] },
};

/** @throws DomainError ILLEGAL_TRANSITION, before anything has changed */
export function refuseOrderStep(
  { id, status }: Pick<Order, 'id' | 'status'>,
  step: 'dispatch' | 'pay' | 'reverse' | 'cancel',
): void {
  refuseIllegal(ORDER_STEPS, { what: 'order', id, states: ORDER_WORDS }, status, step);
}
