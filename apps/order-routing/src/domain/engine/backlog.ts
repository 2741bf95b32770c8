import type { PromiseAnswer } from '#matching/promise-book.js';
import type { DecisionContext } from '../ledger/decision-context.js';
import { addLine, setUnfilled, type Line } from '../ledger/line.js';
import { updateOrderStatus } from '../ledger/order.js';
import { raisePromise } from '../ledger/promise.js';
import { withLossReasons } from './loss-reasons.js';
import { openLines, toLine } from './matching-market.js';
import type { PromisePlan } from './promise-plan.js';

/**
 * Promises a line that has just arrived: instant, durable, and never lowered by a later one. Which lots serve it stays
 * open, so that a later and pickier order can still be served by re-arranging earlier ones.
 * Source: docs/decisions/0005-promise-now-bind-late.md
 */
export function promiseNewLine(context: DecisionContext, plan: PromisePlan, line: Line): void {
  // Opened first: a plan built with the line in it would take it for an earlier one.
  const promises = plan.at(context.at);
  addLine(context, line);
  record(context, line, promises.promise(toLine(context.state, line)));
}

/** Tries again what is still unfilled, in order of arrival: supply, terms or a new period may have made room. */
export function promiseBacklog(context: DecisionContext, plan: PromisePlan): void {
  const promises = plan.at(context.at);
  for (const line of openLines(context.state)) {
    if (line.promised === line.wanted) continue;
    record(context, line, promises.topUp(toLine(context.state, line)));
    updateOrderStatus(context, line.orderId);
  }
}

function record(context: DecisionContext, line: Line, answer: PromiseAnswer): void {
  const more = line.allocated + answer.promised - line.promised;
  if (more < 0) throw new Error(`The engine lowered the promise of line ${line.id}.`);
  if (more > 0) raisePromise(context, line, answer.term, more);
  setUnfilled(context, line, withLossReasons(line, answer.unfilled));
}
