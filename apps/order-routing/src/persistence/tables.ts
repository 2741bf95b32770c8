import { table } from '#platform/database/table.js';
import type { Allocation } from '../domain/ledger/allocation.js';
import type { Line } from '../domain/ledger/line.js';
import type { Contribution, Lot } from '../domain/ledger/lot.js';
import type { Order } from '../domain/ledger/order.js';
import type { QuotaCell } from '../domain/ledger/quota-cell.js';
import type { RunOutcome } from '../domain/ledger/run-outcome.js';
import type { Settlement } from '../domain/ledger/settlement.js';
import type { Timer } from '../domain/ledger/timer-table.js';
import { SALE_TERMS } from './sale-terms.js';

/** How the ledger lies in tables. The column `market` is the origin regency. */

export const LOT = table<Lot>()({
  name: 'lot',
  key: ['id'],
  beside: ['market'],
  fields: {
    id: 'text',
    sellerId: 'text',
    pooled: 'boolean',
    product: 'text',
    commodity: 'text',
    unit: 'text',
    sack: 'integer',
    declared: 'integer',
    producedOn: 'date',
    bestBefore: 'date?',
    floorPrice: 'integer',
    certificates: 'json',
    law: 'json?',
    standingConsent: 'boolean',
    contributionsCount: 'integer',
    contributionsHash: 'text',
    received: 'integer',
    chunks: 'integer',
    contributions: 'elsewhere',
    free: 'integer',
    held: 'integer',
    offered: 'integer',
    confirmed: 'integer',
    inTransit: 'integer',
    delivered: 'integer',
    withdrawn: 'integer',
    writtenOff: 'integer',
    expired: 'integer',
    spoiled: 'integer',
    recalled: 'integer',
    onHold: 'boolean',
    suspended: 'texts',
    runs: 'integer',
    version: 'integer',
  },
});

export const CONTRIBUTION = table<Contribution>()({
  name: 'lot_contribution',
  key: ['lot_id', 'position'],
  beside: ['lot_id', 'position'],
  fields: {
    producerId: 'text',
    declared: 'integer',
    certificates: 'json?',
    free: 'integer',
    held: 'integer',
    barred: 'integer',
  },
});

export const QUOTA_CELL = table<QuotaCell>()({
  name: 'quota_cell',
  key: ['terms_id', 'period'],
  beside: ['market'],
  fields: {
    termId: { column: 'terms_id', kind: 'text' },
    agreementId: 'text',
    period: 'text',
    capacity: 'integer',
    consumed: 'integer',
    version: 'integer',
  },
});

export const ORDER = table<Order>()({
  name: 'orders',
  key: ['id'],
  beside: ['market'],
  fields: {
    id: 'text',
    partner: 'text',
    placedBy: 'text',
    buyer: 'json',
    reference: 'text?',
    meaning: 'text?',
    placedAt: 'instant',
    lineIds: 'elsewhere',
    status: 'text',
    owed: 'integer',
    paid: 'integer',
    version: 'integer',
  },
});

export const LINE = table<Line>()({
  name: 'order_line',
  key: ['id'],
  beside: ['market'],
  fields: {
    id: 'text',
    orderId: 'text',
    journal: 'integer',
    position: 'integer',
    partner: 'elsewhere',
    deliverTo: 'text',
    commodity: 'text',
    unit: 'text',
    wanted: 'integer',
    maxLandedPrice: 'integer?',
    certificates: 'texts',
    needBy: 'date',
    minLifeDays: 'integer',
    minimum: 'integer',
    partial: 'boolean',
    use: { column: 'used_for', kind: 'text' },
    parts: 'json',
    promised: 'integer',
    allocated: 'integer',
    dispatched: 'integer',
    accepted: 'integer',
    waived: 'integer',
    termId: { column: 'terms_id', kind: 'text?' },
    takes: 'json',
    unfilled: 'json',
    status: 'text',
    version: 'integer',
  },
});

export const RUN = table<RunOutcome>()({
  name: 'run',
  key: ['id'],
  beside: ['market', 'engine_version'],
  fields: {
    id: 'text',
    journal: 'integer',
    at: 'instant',
    outcome: 'text',
    faults: 'json',
    policy: 'json',
    totals: 'json?',
    proof: 'json?',
    lots: 'json',
    lines: 'integer',
    allocations: 'integer',
  },
});

export const ALLOCATION = table<Allocation>()({
  name: 'allocation',
  key: ['id'],
  beside: ['market'],
  fields: {
    id: 'text',
    runId: 'text',
    lineId: 'text',
    orderId: 'text',
    lotId: 'text',
    termId: { column: 'terms_id', kind: 'text' },
    edition: 'integer',
    partner: 'text',
    quantity: 'integer',
    unitPrice: 'integer',
    ...SALE_TERMS,
    status: 'text',
    accepted: 'integer',
    damaged: 'integer',
    missing: 'integer',
    sacks: 'integer?',
    splitFrom: 'text?',
    version: 'integer',
    why: 'json',
    shares: 'elsewhere',
  },
});

export const ALLOCATION_SHARE = table<Allocation['shares'][number]>()({
  name: 'allocation_share',
  key: ['allocation_id', 'position'],
  beside: ['allocation_id', 'position'],
  fields: { producerId: 'text', quantity: 'integer' },
});

export const SETTLEMENT_LINE = table<Settlement['lines'][number]>()({
  name: 'settlement',
  key: ['allocation_id', 'position'],
  beside: ['allocation_id', 'position', 'market', 'order_id', 'lot_id'],
  fields: { producerId: 'text', quantity: 'integer', amount: 'integer' },
});

export const TIMER = table<Timer>()({
  name: 'due',
  key: ['market', 'kind', 'subject'],
  beside: ['market'],
  fields: { at: 'instant', kind: 'text', subject: 'text' },
});

/** Units that a producer is behind its fair part of a commodity. */
export interface FairnessBalance {
  readonly commodity: string;
  readonly producerId: string;
  readonly behind: number;
}

export const FAIRNESS_BALANCE = table<FairnessBalance>()({
  name: 'turn',
  key: ['market', 'commodity', 'producer_id'],
  beside: ['market'],
  fields: { commodity: 'text', producerId: 'text', behind: 'integer' },
});
