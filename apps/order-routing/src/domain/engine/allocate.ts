import { deterministicUuid } from '#kernel/uuid.js';
import type { Allocation as Matched } from '#matching/format/result.js';
import { editionOf, ledgerIdOf } from './engine-lines.js';
import { addAllocation, type Allocation } from '../ledger/allocation.js';
import type { DecisionContext } from '../ledger/decision-context.js';
import { addAllocated, type Line } from '../ledger/line.js';
import type { Lot } from '../ledger/lot.js';
import { bindGoods } from '../ledger/lot-goods.js';
import { updateOrderStatus } from '../ledger/order.js';
import { saleTermsOf, unitPriceOf, type Term } from '../ledger/term.js';
import { cancelTimer, scheduleConfirmBy } from '../ledger/timers.js';

/** Fixes goods of a lot for a line, as the engine found: they are offered to their seller, or confirmed by its standing consent. */
export function allocate(context: DecisionContext, runId: string, matched: Matched): void {
  const { state } = context;
  const line = state.line(ledgerIdOf(matched.line));
  const lot = state.lot(ledgerIdOf(matched.lot));
  const allocation = newAllocation(runId, matched, { line, lot, term: editionOf(state, matched.term) });
  bindGoods(context, lot, lot.standingConsent ? 'confirmed' : 'offered', allocation);
  addAllocated(context, line, allocation, allocation.quantity);
  if (line.allocated === line.promised) cancelTimer(context, 'bind-by', line.id);
  addAllocation(context, allocation);
  if (!lot.standingConsent) scheduleConfirmBy(context, allocation);
  updateOrderStatus(context, line.orderId);
}

function newAllocation(
  runId: string,
  matched: Matched,
  { line, lot, term }: { readonly line: Line; readonly lot: Lot; readonly term: Term },
): Allocation {
  const { quantity, shares, why } = matched;
  const contributors = shares ?? [{ producer: lot.sellerId, quantity }];
  return {
    id: deterministicUuid('allocation', runId, matched.line, matched.lot),
    runId,
    lineId: line.id,
    orderId: line.orderId,
    lotId: lot.id,
    termId: term.id,
    edition: term.edition,
    partner: line.partner,
    quantity,
    unitPrice: unitPriceOf(lot, term),
    ...saleTermsOf(term),
    status: lot.standingConsent ? 'confirmed' : 'offered',
    accepted: 0,
    damaged: 0,
    missing: 0,
    sacks: null,
    splitFrom: null,
    version: 0,
    why,
    shares: contributors.map((share) => ({ producerId: share.producer, quantity: share.quantity })),
  };
}
