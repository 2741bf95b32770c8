import { refuseAllocationStep } from '../ledger/allocation-steps.js';
import { unbindAllocation } from '../ledger/promise.js';
import { REPROMISE, type Decision } from './decision.js';
import { openAllocation } from './refusals.js';

/** The seller does not want the sale; the promise stands and is bound again. Nobody loses a turn by it. */
export const refuseAllocation = {
  refuse(state, { allocationId }) {
    refuseAllocationStep(openAllocation(state, allocationId), 'refuse');
  },

  apply(context, { allocationId }) {
    unbindAllocation(context, context.state.allocation(allocationId), 'refused');
    return REPROMISE;
  },

  answer: (_state, { allocationId }) => ({ id: allocationId }),
} satisfies Decision<{ readonly allocationId: string }>;
