import { setTerm, type TermsRow } from '../ledger/term.js';
import { REPROMISE, type Decision } from './decision.js';

/** A terms row is new, changed by an addendum, or removed. */
export const changeTerms = {
  apply(context, row) {
    setTerm(context, row);
    return REPROMISE;
  },
} satisfies Decision<TermsRow>;
