import { stepAllocation } from '../ledger/allocation.js';
import { refuseAllocationStep } from '../ledger/allocation-steps.js';
import { moveBound } from '../ledger/lot-goods.js';
import { cancelTimer } from '../ledger/timers.js';
import type { Decision } from './decision.js';
import { openAllocation } from './refusals.js';

/** The seller takes the sale. */
export const confirmAllocation = {
  refuse(state, { allocationId }) {
    refuseAllocationStep(openAllocation(state, allocationId), 'confirm');
  },

  apply(context, { allocationId }) {
    const allocation = context.state.allocation(allocationId);
    moveBound(context, context.state.lot(allocation.lotId), ['offered', 'confirmed'], allocation.quantity);
    stepAllocation(context, allocation, 'confirm', 'confirmed');
    cancelTimer(context, 'confirm-by', allocationId);
    return 'nothing';
  },

  answer: (_state, { allocationId }) => ({ id: allocationId }),
} satisfies Decision<{ readonly allocationId: string }>;
