import { ORDER_WORDS } from '#kernel/refusals/state-words.js';
import type { OrderStatus } from '#kernel/states.js';
import type { Order } from './order.js';
import { refuseIllegal, type Steps } from './steps.js';

/** What is asked of an order, or happens to it at its need-by; `market` is all that others do: see ORDER_STEPS. */
export type OrderStep = 'place' | 'dispatch' | 'receive' | 'pay' | 'cancel' | 'expire' | 'market';

/**
 * Every legal step of an order, and the states that it can lead to beside the one it is in; a state without steps is
 * final. The state itself follows from the lines (order-status.ts); the table says what may be asked of it. By `market`
 * it changes without being asked: stock comes or goes, a run binds, a seller refuses, its agreement ends.
 *
 * Goods refused at arrival bring an order back to where it was before it left, and a remainder that is promised after
 * the payment opens a settled one again: both stay open until need-by.
 */
export const ORDER_STEPS: Steps<OrderStatus, OrderStep> = {
  open: { place: ['promised-in-full', 'promised-in-part', 'promised-not-at-all'] },
  'promised-in-full': {
    dispatch: ['dispatched'],
    cancel: ['cancelled'],
    expire: ['promised-in-part', 'allocated', 'expired'],
    market: ['promised-in-part', 'promised-not-at-all', 'allocated'],
  },
  'promised-in-part': {
    dispatch: ['dispatched'],
    cancel: ['cancelled'],
    expire: ['promised-not-at-all', 'allocated', 'expired'],
    market: ['promised-in-full', 'promised-not-at-all', 'allocated'],
  },
  'promised-not-at-all': {
    cancel: ['cancelled'],
    expire: ['expired'],
    market: ['promised-in-full', 'promised-in-part'],
  },
  allocated: {
    dispatch: ['dispatched'],
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
    cancel: ['received', 'settled'],
    expire: ['received', 'settled'],
    market: ['received', 'settled'],
  },
  received: { pay: ['settled'], cancel: [], expire: [], market: ['dispatched'] },
  settled: { cancel: [], expire: [], market: ['dispatched'] },
  cancelled: {},
  expired: {},
};

/** @throws DomainError ILLEGAL_TRANSITION, before anything has changed */
export function refuseOrderStep({ id, status }: Order, step: 'dispatch' | 'pay' | 'cancel'): void {
  refuseIllegal(ORDER_STEPS, { what: 'order', id, states: ORDER_WORDS }, status, step);
}
