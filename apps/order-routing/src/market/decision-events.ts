import { CHUNK_SIZE, type QuantityReason } from '#contracts/shapes.js';
import { newEvent, type NewEvent } from '#platform/database/outbox.js';
import { ENGINE_VERSION, type RunOutcome } from '../domain/binding.js';
import type { Changes } from '../domain/changes.js';
import type { Allocation, Line, Lot, MarketState, Order, QuotaCell, Reason } from '../domain/state.js';
import type { Actor } from './requests.js';
import { shipmentEvents } from './shipment-events.js';

/** Who placed which order of this batch. */
export type Actors = Map<string, Actor>;

/**
 * The events of a batch, from what changed; counts the versions of what they are about up, so it runs once, before the
 * state is saved.
 */
export function decisionEvents(state: MarketState, changes: Changes, actors: Actors): NewEvent[] {
  const ids = <T>(from: ReadonlyMap<string, T>, changed: Iterable<string>): T[] =>
    [...changed].flatMap((id) => from.get(id) ?? []);
  return [
    ...ids(state.orders, changes.orders).flatMap((order) =>
      changes.newOrders.has(order.id)
        ? newOrderEvents(state, order, actors.get(order.id))
        : [orderChanged(state, order)],
    ),
    ...ids(state.lines, changes.lines).map((line) =>
      linePromised(state, line, changes.reduced.has(line.id), actors.get(line.orderId)),
    ),
    ...ids(state.cells, changes.cells).map((cell) => quotaSpent(state, cell)),
    ...[...changes.allocations.values()].flatMap((allocation) => allocationEvents(state, allocation)),
    ...ids(state.lots, changes.lots)
      .filter((lot) => lot.received === lot.chunks)
      .map((lot) => lotBalance(state, lot)),
    ...shipmentEvents(state, changes),
    ...changes.runs.flatMap((run) => runEvents(state, run)),
  ];
}

function orderData(state: MarketState, order: Order): NewEvent<'serap.order.received.v1'>['data'] {
  return {
    orderId: order.id,
    origin: state.origin,
    partner: order.partner,
    status: order.status,
    lines: order.lineIds.length,
    ...(order.owed > 0 ? { owed: order.owed, paid: order.paid } : {}),
  };
}

function newOrderEvents(state: MarketState, order: Order, actor: Actor | undefined): NewEvent[] {
  const about = { subject: `order:${order.id}`, key: state.origin, ...by(actor) };
  const lines = order.lineIds.flatMap((id) => state.lines.get(id) ?? []);
  return [
    newEvent({
      ...about,
      type: 'serap.order.received.v1',
      sequence: (order.version += 1),
      data: orderData(state, order),
    }),
    ...lines.map((line) =>
      newEvent({
        ...about,
        type: 'serap.order.line-accepted.v1',
        sequence: (order.version += 1),
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
    ),
  ];
}

function orderChanged(state: MarketState, order: Order): NewEvent {
  const type =
    order.status === 'cancelled'
      ? 'serap.order.cancelled.v1'
      : order.status === 'expired'
        ? 'serap.order.expired.v1'
        : 'serap.order.status-changed.v1';
  return newEvent({
    type,
    subject: `order:${order.id}`,
    key: state.origin,
    sequence: (order.version += 1),
    data: orderData(state, order),
  });
}

function linePromised(state: MarketState, line: Line, reduced: boolean, actor: Actor | undefined): NewEvent {
  const term = line.termId === null ? undefined : state.terms.get(line.termId);
  return newEvent({
    type: reduced ? 'serap.allocation.promise-reduced.v1' : 'serap.allocation.line-promised.v1',
    subject: `promise:${line.id}`,
    key: state.origin,
    sequence: (line.version += 1),
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
      unfilled: line.unfilled.map(reasonData),
    },
  });
}

function quotaSpent(state: MarketState, cell: QuotaCell): NewEvent {
  return newEvent({
    type: 'serap.allocation.quota-spent.v1',
    subject: `quota:${cell.termId}:${cell.period}`,
    key: state.origin,
    sequence: (cell.version += 1),
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

const ALLOCATION_EVENT = {
  offered: 'serap.allocation.offered.v1',
  confirmed: 'serap.allocation.confirmed.v1',
  refused: 'serap.allocation.refused.v1',
  lapsed: 'serap.allocation.lapsed.v1',
  released: 'serap.allocation.released.v1',
  dispatched: 'serap.allocation.status-changed.v1',
  accepted: 'serap.allocation.status-changed.v1',
  short: 'serap.allocation.status-changed.v1',
  'refused-at-arrival': 'serap.allocation.status-changed.v1',
} as const;
const RECEIVED: ReadonlySet<Allocation['status']> = new Set(['accepted', 'short', 'refused-at-arrival']);

/** New: its contributors in chunks. Released: its state alone. */
function allocationEvents(state: MarketState, allocation: Allocation): NewEvent[] {
  const isNew = allocation.version === 0;
  const line = state.lines.get(allocation.lineId);
  if (!line) throw new Error(`Allocation ${allocation.id} is for line ${allocation.lineId}, which is not here.`);
  const type = ALLOCATION_EVENT[allocation.status];
  const chunks = isNew ? Math.max(1, Math.ceil(allocation.shares.length / CHUNK_SIZE)) : 1;
  return Array.from({ length: chunks }, (_, index) =>
    newEvent({
      type,
      subject: `allocation:${allocation.id}`,
      key: state.origin,
      sequence: (allocation.version += 1),
      data: {
        allocationId: allocation.id,
        runId: allocation.runId,
        lineId: allocation.lineId,
        orderId: allocation.orderId,
        lotId: allocation.lotId,
        termId: allocation.termId,
        origin: state.origin,
        partner: allocation.partner,
        commodity: line.commodity,
        unit: line.unit,
        quantity: allocation.quantity,
        unitPrice: allocation.unitPrice,
        freight: allocation.freight,
        status: allocation.status,
        ...(RECEIVED.has(allocation.status)
          ? { accepted: allocation.accepted, damaged: allocation.damaged, missing: allocation.missing }
          : {}),
        chunk: index + 1,
        chunks,
        contributors: allocation.shares.length,
        contributions: isNew
          ? allocation.shares.slice(index * CHUNK_SIZE, (index + 1) * CHUNK_SIZE).map((share) => ({ ...share }))
          : [],
      },
    }),
  );
}

function lotBalance(state: MarketState, lot: Lot): NewEvent {
  return newEvent({
    type: 'serap.allocation.lot-balance.v1',
    subject: `balance:${lot.id}`,
    key: state.origin,
    sequence: (lot.version += 1),
    data: {
      lotId: lot.id,
      origin: state.origin,
      commodity: lot.commodity,
      unit: lot.unit,
      declared: lot.declared,
      free: lot.free,
      held: lot.held,
      offered: lot.offered,
      confirmed: lot.confirmed,
      inTransit: lot.inTransit,
      delivered: lot.delivered,
      withdrawn: lot.withdrawn,
      writtenOff: lot.writtenOff,
    },
  });
}

function runEvents(state: MarketState, run: RunOutcome): NewEvent[] {
  const unsold = run.lots.map((outcome) => {
    const lot = state.lots.get(outcome.lotId);
    if (!lot) throw new Error(`Run ${run.id} judged lot ${outcome.lotId}, which is not here.`);
    return newEvent({
      type: 'serap.allocation.lot-unsold.v1',
      subject: `unsold:${lot.id}`,
      key: state.origin,
      // A batch may hold several runs: each is one version of what it found.
      sequence: outcome.ordinal,
      data: {
        lotId: lot.id,
        runId: run.id,
        origin: state.origin,
        commodity: lot.commodity,
        unit: lot.unit,
        surplus: outcome.surplus,
        allocated: outcome.allocated,
        unsold: outcome.unsold.map(reasonData),
      },
    });
  });
  const completed = newEvent({
    type: 'serap.allocation.run-completed.v1',
    subject: `run:${run.id}`,
    key: state.origin,
    sequence: 1,
    data: {
      runId: run.id,
      origin: state.origin,
      journalNumber: run.journal,
      outcome: run.outcome,
      engineVersion: ENGINE_VERSION,
      lots: run.lots.length,
      lines: run.lines,
      allocations: run.allocations,
      verified: run.proof?.verified ?? false,
      gap: run.proof?.gap ?? 0,
    },
  });
  return [...unsold, completed];
}

function reasonData(reason: Reason): QuantityReason {
  return {
    kind: reason.kind,
    code: reason.code,
    quantity: reason.quantity,
    gain: reason.gain,
    ...('relaxBy' in reason ? { relaxBy: reason.relaxBy } : {}),
    binding: [...reason.binding],
    then: [...reason.then],
  };
}

function by(actor: Actor | undefined): { principal?: string; correlationId?: string; causationId?: string } {
  return actor ?? {};
}
