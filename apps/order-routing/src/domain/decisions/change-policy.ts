import { setPolicy, type OfficePolicy } from '../ledger/office-policy.js';
import { REPROMISE, type Decision } from './decision.js';

/** The office wants its market bound in another way from now on. */
export const changePolicy = {
  apply(context, policy) {
    setPolicy(context, policy);
    return REPROMISE;
  },
} satisfies Decision<OfficePolicy>;
