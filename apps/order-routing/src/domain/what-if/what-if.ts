import { ChangeSet } from '../ledger/change-set.js';
import type { MarketState } from '../ledger/market-state.js';
import { setPolicy } from '../ledger/office-policy.js';
import { compared, type WhatIfView } from './compared.js';
import { copyAt } from './copy.js';
import { outcomeOf } from './outcome.js';
import { supposedOrders, supposeLines } from './suppose-demand.js';
import { supposeGoods } from './suppose-goods.js';
import { supposeTerms } from './suppose-terms.js';
import type { Supposed } from './supposed.js';

/**
 * What a market would sell if something were otherwise, beside what it sells as it is: both bound by the engine at this
 * instant, and both proved.
 *
 * @param state a copy that nobody keeps: it is the supposed market afterwards
 * @param now by the business clock; what is due by then comes first, in both
 * @throws DomainError with pointers into `supposed`, for what is not in the market
 */
export function whatIf(state: MarketState, now: Date, supposed: Supposed): WhatIfView {
  const { market, at } = copyAt(state, now);
  const standing = new Map([...state.lines.values()].map(({ id, promised }) => [id, promised]));
  const today = outcomeOf(state, at);
  market.suppose((context) => {
    if (supposed.policy) setPolicy(context, { ...state.policy, ...supposed.policy });
    supposeTerms(context, supposed);
    supposeGoods(context, supposed);
    supposeLines(context, supposed);
  }, at);
  for (const payload of supposedOrders(state, supposed)) {
    market.apply({ kind: 'order-placed', payload }, at, new ChangeSet());
  }
  return compared(state, at, { today, then: outcomeOf(state, at), standing });
}
