import type { Settlement } from '../domain/settlement.js';
import type {
  Allocation,
  Agreement,
  Contribution,
  Due,
  Line,
  Lot,
  Order,
  QuotaCell,
  Shipment,
  Term,
} from '../domain/state.js';
import { ENGINE_VERSION } from '../domain/binding.js';
import type { RunOutcome } from '../domain/run-outcome.js';

/** Domain objects as rows of their tables: names of columns, values that survive JSON. */
export type Row = Record<string, unknown>;

export function agreementRow(market: string, agreement: Agreement): Row {
  return {
    id: agreement.id,
    market,
    partner: agreement.partner,
    stage: agreement.stage,
    edition: agreement.edition,
    effective_from: agreement.effectiveFrom,
    effective_to: agreement.effectiveTo,
  };
}

export function termsRow(market: string, term: Term): Row {
  return {
    id: term.id,
    market,
    agreement_id: term.agreementId,
    partner: term.partner,
    destination: term.destination,
    edition: term.edition,
    commodity: term.commodity,
    unit: term.unit,
    quota: term.quota,
    period: term.period,
    minimum_lot: term.minimumLot,
    reserved: term.reserved,
    release_hour: term.releaseHour,
    minimum_price: term.minimumPrice,
    maximum_price: term.maximumPrice,
    freight: term.freight,
    transit_days: term.transitDays,
    certificates: term.certificates,
    removed: term.removed,
  };
}

export function lotRow(market: string, lot: Lot): Row {
  return {
    id: lot.id,
    market,
    seller_id: lot.sellerId,
    pooled: lot.pooled,
    product: lot.product,
    commodity: lot.commodity,
    unit: lot.unit,
    sack: lot.sack,
    declared: lot.declared,
    produced_on: lot.producedOn,
    best_before: lot.bestBefore,
    floor_price: lot.floorPrice,
    certificates: lot.certificates,
    standing_consent: lot.standingConsent,
    contributions_count: lot.contributionsCount,
    contributions_hash: lot.contributionsHash,
    received: lot.received,
    chunks: lot.chunks,
    free: lot.free,
    held: lot.held,
    offered: lot.offered,
    confirmed: lot.confirmed,
    in_transit: lot.inTransit,
    delivered: lot.delivered,
    withdrawn: lot.withdrawn,
    written_off: lot.writtenOff,
    expired: lot.expired,
    spoiled: lot.spoiled,
    recalled: lot.recalled,
    on_hold: lot.onHold,
    suspended: lot.suspended,
    runs: lot.runs,
    version: lot.version,
  };
}

export function contributionRows(lot: Lot): Row[] {
  return lot.contributions.map(({ producerId, declared, free, held, barred }: Contribution, position) => ({
    lot_id: lot.id,
    position,
    producer_id: producerId,
    declared,
    free,
    held,
    barred,
  }));
}

export function cellRow(market: string, cell: QuotaCell): Row {
  return {
    terms_id: cell.termId,
    agreement_id: cell.agreementId,
    market,
    period: cell.period,
    capacity: cell.capacity,
    consumed: cell.consumed,
    version: cell.version,
  };
}

export function orderRow(market: string, order: Order): Row {
  return {
    id: order.id,
    market,
    partner: order.partner,
    placed_by: order.placedBy,
    buyer: order.buyer,
    reference: order.reference,
    placed_at: order.placedAt,
    status: order.status,
    owed: order.owed,
    paid: order.paid,
    version: order.version,
  };
}

export function lineRow(market: string, line: Line): Row {
  return {
    id: line.id,
    order_id: line.orderId,
    market,
    journal: line.journal,
    position: line.position,
    deliver_to: line.deliverTo,
    commodity: line.commodity,
    unit: line.unit,
    wanted: line.wanted,
    max_landed_price: line.maxLandedPrice,
    certificates: line.certificates,
    need_by: line.needBy,
    min_life_days: line.minLifeDays,
    minimum: line.minimum,
    partial: line.partial,
    parts: line.parts,
    promised: line.promised,
    allocated: line.allocated,
    dispatched: line.dispatched,
    accepted: line.accepted,
    terms_id: line.termId,
    takes: line.takes,
    unfilled: line.unfilled,
    status: line.status,
    version: line.version,
  };
}

export function runRow(market: string, run: RunOutcome): Row {
  return {
    id: run.id,
    market,
    journal: run.journal,
    at: run.at,
    outcome: run.outcome,
    engine_version: ENGINE_VERSION,
    policy: run.policy,
    totals: run.totals,
    proof: run.proof,
    faults: run.faults,
    lots: run.lots,
    lines: run.lines,
    allocations: run.allocations,
  };
}

export function allocationRow(market: string, allocation: Allocation): Row {
  return {
    id: allocation.id,
    run_id: allocation.runId,
    market,
    line_id: allocation.lineId,
    order_id: allocation.orderId,
    lot_id: allocation.lotId,
    terms_id: allocation.termId,
    partner: allocation.partner,
    quantity: allocation.quantity,
    unit_price: allocation.unitPrice,
    freight: allocation.freight,
    status: allocation.status,
    accepted: allocation.accepted,
    damaged: allocation.damaged,
    missing: allocation.missing,
    why: allocation.why,
    version: allocation.version,
  };
}

export function shareRows(allocation: Allocation): Row[] {
  return allocation.shares.map(({ producerId, quantity }, position) => ({
    allocation_id: allocation.id,
    position,
    producer_id: producerId,
    quantity,
  }));
}

export function turnRow(market: string, key: string, behind: number): Row {
  const [commodity, producerId] = key.split(' ');
  return { market, commodity, producer_id: producerId, behind };
}

export function dueRow(market: string, due: Due): Row {
  return { market, kind: due.kind, subject: due.subject, at: due.at };
}

export function shipmentRow(market: string, shipment: Shipment): Row {
  return {
    id: shipment.id,
    market,
    order_id: shipment.orderId,
    partner: shipment.partner,
    allocation_ids: shipment.allocationIds,
    legs: shipment.legs,
    dispatched_at: shipment.dispatchedAt,
    received_at: shipment.receivedAt,
    moisture: shipment.moisture,
    version: shipment.version,
  };
}

export function settlementRows(market: string, settlement: Settlement): Row[] {
  return settlement.lines.map(({ producerId, quantity, amount }, position) => ({
    allocation_id: settlement.allocationId,
    position,
    market,
    order_id: settlement.orderId,
    lot_id: settlement.lotId,
    producer_id: producerId,
    quantity,
    amount,
  }));
}
