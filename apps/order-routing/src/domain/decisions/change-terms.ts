import { setTerm, type Term } from '../ledger/term.js';
import { REPROMISE, type Decision } from './decision.js';

type LaterField = 'reserved' | 'releaseHour' | 'minimumPrice' | 'maximumPrice';
/** A terms row as it was told; rows of before there were shares and price bands say nothing of them. */
export type TermsRow = Omit<Term, LaterField> & Partial<Pick<Term, LaterField>>;

/** A terms row is new, changed by an addendum, or removed. */
export const changeTerms = {
  apply(context, row) {
    setTerm(context, { reserved: 0, releaseHour: 0, minimumPrice: null, maximumPrice: null, ...row });
    return REPROMISE;
  },
} satisfies Decision<TermsRow>;
