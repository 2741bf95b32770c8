import type { Line as MatchingLine } from '#matching/format/market.js';
import type { Reason } from '#matching/format/result.js';
import type { DecisionContext } from '../ledger/decision-context.js';
import { addLine, openQuantity, setUnfilled, type Line } from '../ledger/line.js';
import { updateOrderStatus } from '../ledger/order.js';
import { stateReason, type AnyReason } from '../ledger/reason.js';
import { raisePromise } from '../ledger/promise.js';
import { furtherLine, inLedgerWords, openLine } from './engine-lines.js';
import { withHeldGoods } from './held-goods.js';
import { withLossReasons } from './loss-reasons.js';
import { openLines, toTerm } from './matching-market.js';
import type { PromisePlan } from './promise-plan.js';

/**
 * Promises a line that has just arrived: instant, durable, and never lowered by a later one. Which lots serve it stays
 * open, so that a later and pickier order can still be served by re-arranging earlier ones.
 * Source: docs/decisions/0005-promise-now-bind-late.md
 */
export function promiseNewLine(context: DecisionContext, plan: PromisePlan, line: Line): void {
  // Opened first: a plan built with the line in it would take it for an earlier one.
  plan.at(context.at);
  addLine(context, line);
  promiseOpen(context, plan, line);
}

/** Tries again what is still unfilled, in order of arrival: supply, terms or a new period may have made room. */
export function promiseBacklog(context: DecisionContext, plan: PromisePlan): void {
  for (const line of openLines(context.state)) {
    if (openQuantity(line) === 0) continue;
    promiseOpen(context, plan, line);
    updateOrderStatus(context, line.orderId);
  }
}

/** Draws on one row that serves the line after the other, the narrowest first, until nothing is open or none has more. */
function promiseOpen(context: DecisionContext, plan: PromisePlan, line: Line): void {
  const { state, at } = context;
  const { book, reading } = plan.at(at);
  const [first, ...further] = reading.rows.of(line);
  const draw = (asked: MatchingLine): { readonly more: number; readonly unfilled: readonly Reason[] } => {
    const { promised, term, unfilled } = book.topUp(asked);
    const more = promised - asked.promised;
    if (more < 0) throw new Error(`The engine lowered the promise of line ${line.id}.`);
    if (more > 0) raisePromise(context, line, term, more);
    return { more, unfilled };
  };
  let { unfilled } = draw(openLine(line, first, reading));
  for (const row of further) {
    if (openQuantity(line) === 0) break;
    const drawn = draw(furtherLine(line, row, reading));
    // Why the rest is open is what the last row says that had something.
    if (drawn.more > 0) unfilled = drawn.unfilled;
  }
  setUnfilled(context, line, explained(context, plan, line, inLedgerWords(state, reading.rows, unfilled)));
}

/** With what only the state of things knows: goods that were lost, and goods that are held. */
export function explained(
  { state, at }: DecisionContext,
  plan: PromisePlan,
  line: Line,
  found: readonly AnyReason[],
): AnyReason[] {
  const reasons = withLossReasons(line, found);
  if (line.waived > 0) reasons.push(stateReason('LOST_IN_TRANSIT', line.waived));
  const lots = plan.heldLots(line.commodity);
  if (lots.length === 0 || !reasons.some(({ code }) => code === 'NO_SURPLUS')) return reasons;
  const { reading } = plan.at(at);
  const [first] = reading.rows.of(line);
  return first ? withHeldGoods(state, line, reasons, { lots, reading, row: toTerm(state, first, at) }) : reasons;
}
