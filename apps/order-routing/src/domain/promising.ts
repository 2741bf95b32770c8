import { shared } from '#kernel/shared.js';
import type { PromiseAnswer } from '#matching/promise-book.js';
import type { Book } from './book.js';
import type { Decision } from './changes.js';
import { scheduleBindBy } from './dues.js';
import { openLines, toLine } from './matching-market.js';
import { orderStatus } from './order-status.js';
import { spendQuota } from './quota-cells.js';
import type { Line, Order } from './state.js';
import { tell } from './told.js';

/**
 * Promises a line that has just arrived: instant, durable, and never lowered by a later one. Which lots serve it stays
 * open, so that a later and pickier order can still be served by re-arranging earlier ones.
 * Source: docs/decisions/0005-promise-now-bind-late.md
 */
export function promiseNewLine(decision: Decision, book: Book, line: Line): void {
  // Opened first: a book built with the line in it would take it for an earlier one.
  const promises = book.at(decision.at);
  decision.state.lines.set(line.id, line);
  decision.changes.lines.add(line.id);
  record(decision, line, promises.promise(toLine(decision.state, line)));
}

/** Tries again what is still unfilled, in order of arrival: supply, terms or a new period may have made room. */
export function promiseBacklog(decision: Decision, book: Book): void {
  const promises = book.at(decision.at);
  for (const line of openLines(decision.state)) {
    if (line.promised === line.wanted) continue;
    record(decision, line, promises.topUp(toLine(decision.state, line)));
    touchOrder(decision, line.orderId);
  }
}

function record(decision: Decision, line: Line, answer: PromiseAnswer): void {
  const more = line.allocated + answer.promised - line.promised;
  if (more < 0) throw new Error(`The engine lowered the promise of line ${line.id}.`);
  if (more > 0) raisePromise(decision, line, answer.term, more);
  const unfilled = tell(line, answer.unfilled);
  const unchanged = more === 0 && JSON.stringify(line.unfilled) === JSON.stringify(unfilled);
  if (unchanged) return;
  line.unfilled = shared(unfilled);
  decision.changes.lines.add(line.id);
}

/** Pins the line to its terms row and spends the quota there. */
export function raisePromise(decision: Decision, line: Line, termId: string | null, quantity: number): void {
  const term = termId === null ? undefined : decision.state.terms.get(termId);
  if (!term) throw new Error(`Line ${line.id} was promised ${String(quantity)} under no known terms row.`);
  line.termId = term.id;
  spendQuota(decision, line, term, quantity);
  line.promised += quantity;
  scheduleBindBy(decision, line);
  decision.changes.lines.add(line.id);
}

/** The order's state follows from its lines. */
export function touchOrder({ state, changes }: Decision, orderId: string): void {
  const order = state.orders.get(orderId);
  if (!order) throw new Error(`Order ${orderId} is not in this market.`);
  const status = orderStatus(linesOf(state.lines, order), order);
  if (status === order.status) return;
  order.status = status;
  changes.orders.add(orderId);
}

export function linesOf(lines: ReadonlyMap<string, Line>, order: Order): Line[] {
  return order.lineIds.map((id) => {
    const line = lines.get(id);
    if (!line) throw new Error(`Line ${id} of order ${order.id} is not in this market.`);
    return line;
  });
}
