import { DomainError } from '#kernel/domain-error.js';
import { releaseHeld as sellAgain } from '../ledger/lot-goods.js';
import { REPROMISE, type Decision } from './decision.js';
import { openLot } from './refusals.js';

/** What was refused or has lapsed is for sale again: its producer says so. */
export const releaseHeld = {
  refuse(state, { lotId }) {
    if (openLot(state, lotId).contributions.every((part) => part.held === 0)) {
      throw new DomainError('ILLEGAL_TRANSITION.nothing-held');
    }
  },

  apply(context, { lotId }) {
    sellAgain(context, context.state.lot(lotId));
    return REPROMISE;
  },

  answer: (_state, { lotId }) => ({ id: lotId }),
} satisfies Decision<{ readonly lotId: string }>;
