import { shared } from '#kernel/shared.js';
import type { Book } from './book.js';
import type { Decision } from './changes.js';
import { dropDue, scheduleNeedBy } from './dues.js';
import type { OrderPlaced, PlacedLine } from './inputs.js';
import { linesOf, promiseNewLine, touchOrder } from './promising.js';
import { reducePromise, releaseLine, stateReason } from './releasing.js';
import type { Line, Order } from './state.js';

/** Takes an order in and promises each of its lines at once, in the order in which they stand. */
export function placeOrder(decision: Decision, book: Book, placed: OrderPlaced): void {
  const { state, changes, at } = decision;
  const order: Order = {
    id: placed.orderId,
    partner: placed.partner,
    placedBy: placed.placedBy,
    buyer: shared(placed.buyer),
    reference: placed.reference,
    placedAt: at,
    lineIds: placed.lines.map((line) => line.lineId),
    status: 'open',
    owed: 0,
    paid: 0,
    version: 0,
  };
  state.orders.set(order.id, order);
  changes.newOrders.add(order.id);
  changes.orders.add(order.id);
  placed.lines.forEach((asked, position) => {
    const line = newLine(decision, placed, asked, position);
    promiseNewLine(decision, book, line);
    scheduleNeedBy(decision, line);
  });
  touchOrder(decision, order.id);
}

/** @param orderId an order of this market that is not closed (market.ts has refused the others) */
export function cancelOrder(decision: Decision, orderId: string): void {
  const order = decision.state.orders.get(orderId);
  if (!order) throw new Error(`Order ${orderId} is not here.`);
  for (const line of linesOf(decision.state.lines, order)) closeLine(decision, line.id, 'cancelled');
}

/** Closes a line: a cancelled one gives everything back, an expired one keeps what has its lots until it is cancelled. */
export function closeLine(decision: Decision, lineId: string, status: 'cancelled' | 'expired'): void {
  const { state, changes } = decision;
  const line = state.lines.get(lineId);
  if (!line || !canClose(line, status)) return;
  const code = status === 'cancelled' ? 'CANCELLED' : 'NEED_BY_PASSED';
  const late = line.status === 'expired' ? line.wanted - line.promised : 0;
  if (status === 'cancelled') releaseLine(decision, line, code);
  else reducePromise(decision, line, line.promised - line.allocated, code);
  line.status = status;
  const parts = [stateReason('NEED_BY_PASSED', late), stateReason(code, line.wanted - line.promised - late)];
  line.unfilled = parts.filter(({ quantity }) => quantity > 0);
  changes.lines.add(lineId);
  dropDue(state, changes, 'need-by-passed', lineId);
  dropDue(state, changes, 'bind-by', lineId);
  touchOrder(decision, line.orderId);
}

/** What came late may still be sent back by a cancellation, as long as it has not left. */
function canClose(line: Line, status: 'cancelled' | 'expired'): boolean {
  return line.status === 'open' || (status === 'cancelled' && line.status === 'expired' && line.allocated > 0);
}

/** Shared by all lines that have none. */
const NOTHING: readonly never[] = [];

/** Named one by one: an object that is spread together gets a hidden class of its own, a kilobyte for each open line. */
function newLine({ number }: Decision, placed: OrderPlaced, asked: PlacedLine, position: number): Line {
  return {
    id: asked.lineId,
    orderId: placed.orderId,
    journal: number,
    position,
    partner: placed.partner,
    deliverTo: asked.deliverTo,
    commodity: asked.commodity,
    unit: asked.unit,
    wanted: asked.quantity,
    maxLandedPrice: asked.maxLandedPrice,
    certificates: shared(asked.certificates),
    needBy: asked.needBy,
    minLifeDays: asked.minLifeDays,
    minimum: asked.minimum,
    partial: asked.partial,
    parts: shared(asked.parts ?? []),
    promised: 0,
    allocated: 0,
    dispatched: 0,
    accepted: 0,
    termId: null,
    takes: NOTHING,
    unfilled: NOTHING,
    status: 'open',
    version: 0,
  };
}
