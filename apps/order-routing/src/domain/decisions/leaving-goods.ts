import { DomainError } from '#kernel/domain-error.js';
import { stepAllocation, type Allocation } from '../ledger/allocation.js';
import { refuseAllocationStep } from '../ledger/allocation-steps.js';
import type { DecisionContext } from '../ledger/decision-context.js';
import { addDispatched } from '../ledger/line.js';
import { moveBound } from '../ledger/lot-goods.js';
import type { MarketState } from '../ledger/market-state.js';
import { openAllocation } from './refusals.js';

/** @throws DomainError for goods that are not confirmed, or whose lot is on hold */
export function refuseToSend(state: MarketState, allocationId: string): void {
  const allocation = openAllocation(state, allocationId);
  refuseAllocationStep(allocation, 'dispatch');
  if (state.lots.get(allocation.lotId)?.onHold !== true) return;
  throw new DomainError('ILLEGAL_TRANSITION.lot-held', { id: allocation.lotId });
}

/** Goods leave as a whole. */
export function send(context: DecisionContext, allocation: Allocation): void {
  const { state } = context;
  moveBound(context, state.lot(allocation.lotId), ['confirmed', 'inTransit'], allocation.quantity);
  addDispatched(context, state.line(allocation.lineId), allocation.quantity);
  stepAllocation(context, allocation, 'dispatch', 'dispatched');
}
