import type { PromisedUnder } from '#contracts/allocations.js';
import type { NewEvent } from '#platform/database/outbox.js';
import type { Line } from '../domain/ledger/line.js';
import type { MarketState } from '../domain/ledger/market-state.js';
import { linesOf, type Order } from '../domain/ledger/order.js';
import { partsOf } from '../domain/ledger/promise-parts.js';
import type { QuotaCell } from '../domain/ledger/quota-cell.js';
import { bindBy } from '../domain/ledger/timers.js';
import type { Actor } from './actor.js';
import { draft, type Draft } from './draft.js';
import { reasonData } from './reason-data.js';

function orderData(state: MarketState, order: Order): NewEvent<'serap.order.received.v1'>['data'] {
  return {
    orderId: order.id,
    origin: state.origin,
    partner: order.partner,
    status: order.status,
    lines: order.lineIds.length,
    placedAt: order.placedAt.toISOString(),
    ...(order.owed > 0 ? { owed: order.owed, paid: order.paid } : {}),
  };
}

/** An order that has just come. */
export function orderReceived(state: MarketState, order: Order, actor: Actor | undefined): Draft {
  return draft(order, {
    type: 'serap.order.received.v1',
    subject: `order:${order.id}`,
    key: state.origin,
    ...by(actor),
    data: orderData(state, order),
  });
}

/** What each line of a new order asks for. */
export function linesAccepted(state: MarketState, order: Order, actor: Actor | undefined): Draft[] {
  return linesOf(state, order).map((line) =>
    draft(order, {
      type: 'serap.order.line-accepted.v1',
      subject: `order:${order.id}`,
      key: state.origin,
      ...by(actor),
      data: {
        orderId: order.id,
        lineId: line.id,
        origin: state.origin,
        partner: line.partner,
        deliverTo: line.deliverTo,
        commodity: line.commodity,
        unit: line.unit,
        quantity: line.wanted,
        ...(line.maxLandedPrice === null ? {} : { maxLandedPrice: line.maxLandedPrice }),
        certificates: [...line.certificates],
        needBy: line.needBy,
        minLifeDays: line.minLifeDays,
      },
    }),
  );
}

/** An order in another state. */
export function orderChanged(state: MarketState, order: Order): Draft {
  const type =
    order.status === 'cancelled'
      ? 'serap.order.cancelled.v1'
      : order.status === 'expired'
        ? 'serap.order.expired.v1'
        : 'serap.order.status-changed.v1';
  return draft(order, {
    type,
    subject: `order:${order.id}`,
    key: state.origin,
    data: orderData(state, order),
  });
}

/** What is promised to a line now, and why not more. */
export function linePromised(state: MarketState, line: Line, reduced: boolean, actor: Actor | undefined): Draft {
  const term = line.termId === null ? undefined : state.terms.get(line.termId);
  const bound = bindBy(state, line);
  return draft(line, {
    type: reduced ? 'serap.allocation.promise-reduced.v1' : 'serap.allocation.line-promised.v1',
    subject: `promise:${line.id}`,
    key: state.origin,
    ...by(actor),
    data: {
      lineId: line.id,
      orderId: line.orderId,
      origin: state.origin,
      partner: line.partner,
      commodity: line.commodity,
      unit: line.unit,
      wanted: line.wanted,
      promised: line.promised,
      allocated: line.allocated,
      ...(term ? { termId: term.id, agreementId: term.agreementId } : {}),
      ...(line.takes.length === 0 ? {} : { terms: promisedUnder(state, line) }),
      ...(bound ? { bindBy: bound.toISOString() } : {}),
      unfilled: line.unfilled.map(reasonData),
    },
  });
}

/** What is promised under which edition of which row: whatever an addendum says later, it is sold so. */
export function promisedUnder(state: MarketState, line: Pick<Line, 'takes'>): PromisedUnder[] {
  return partsOf(line.takes).map(({ termId, edition, promised, allocated }) => {
    const { agreementId, freight, transitDays } = state.termUnder({ termId, edition });
    return { termId, agreementId, edition, promised, allocated, freight, transitDays };
  });
}

/** What is spent of a quota cell now. */
export function quotaSpent(state: MarketState, cell: QuotaCell): Draft {
  return draft(cell, {
    type: 'serap.allocation.quota-spent.v1',
    subject: `quota:${cell.termId}:${cell.period}`,
    key: state.origin,
    data: {
      termId: cell.termId,
      agreementId: cell.agreementId,
      origin: state.origin,
      period: cell.period,
      capacity: cell.capacity,
      consumed: cell.consumed,
    },
  });
}

function by(actor: Actor | undefined): { principal?: string; correlationId?: string; causationId?: string } {
  return actor ?? {};
}
