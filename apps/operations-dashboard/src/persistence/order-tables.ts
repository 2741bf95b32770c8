import type { AllocationState, PromiseState } from '#contracts/allocations.js';
import type { DeadLetterRecorded } from '#contracts/dead-letters.js';
import type { OrderLineAccepted, OrderState } from '#contracts/orders.js';
import type { ShipmentState } from '#contracts/shipments.js';
import type { PartitionStopped } from '#contracts/standstills.js';
import { table } from '#platform/database/table.js';
import type { ReadModelOf } from './read-model.js';

/** How what events say of orders, and of what stands still, lies in the read models. */

export const PLACED_ORDER = table<ReadModelOf<OrderState, { placedAt: Date; changedAt: Date }>>()({
  name: 'placed_order',
  key: ['order_id'],
  fields: {
    orderId: 'text',
    origin: 'text',
    partner: 'text',
    status: 'text',
    lines: 'integer',
    owed: 'integer',
    paid: 'integer',
    placedAt: 'instant',
    changedAt: 'instant',
    version: 'integer',
  },
});

interface KeptLine {
  readonly needByEnds: Date | null;
  readonly maxLandedPrice: number | null;
}

export const ORDER_LINE = table<ReadModelOf<OrderLineAccepted, KeptLine>>()({
  name: 'order_line',
  key: ['line_id'],
  fields: {
    lineId: 'text',
    orderId: 'text',
    origin: 'elsewhere',
    partner: 'elsewhere',
    deliverTo: 'text',
    commodity: 'elsewhere',
    unit: 'elsewhere',
    quantity: 'elsewhere',
    maxLandedPrice: 'integer?',
    certificates: 'json',
    needBy: 'date',
    needByEnds: 'instant?',
    minLifeDays: 'integer',
    version: 'integer',
  },
});

interface KeptPromise {
  readonly termId: string | null;
  /** Base units that are not promised, and may still be. */
  readonly short: number;
  readonly bindBy: Date | null;
}

export const PROMISE = table<ReadModelOf<PromiseState, KeptPromise>>()({
  name: 'promise',
  key: ['line_id'],
  fields: {
    lineId: 'text',
    orderId: 'text',
    origin: 'text',
    partner: 'text',
    commodity: 'text',
    unit: 'text',
    wanted: 'integer',
    promised: 'integer',
    allocated: 'integer',
    termId: 'text?',
    agreementId: 'elsewhere',
    terms: 'elsewhere',
    unfilled: 'json',
    short: 'integer',
    bindBy: 'instant?',
    version: 'integer',
  },
});

interface KeptAllocation {
  readonly answerBy: Date | null;
  readonly leaveBy: Date | null;
}

export const ALLOCATION = table<ReadModelOf<AllocationState, KeptAllocation>>()({
  name: 'allocation',
  key: ['allocation_id'],
  fields: {
    allocationId: 'text',
    runId: 'text',
    lineId: 'text',
    orderId: 'text',
    lotId: 'text',
    termId: 'text',
    edition: 'elsewhere',
    origin: 'text',
    partner: 'text',
    commodity: 'text',
    unit: 'text',
    quantity: 'integer',
    unitPrice: 'integer',
    freight: 'integer',
    status: 'text',
    splitFrom: 'elsewhere',
    answerBy: 'instant?',
    leaveOn: 'elsewhere',
    leaveBy: 'instant?',
    accepted: 'elsewhere',
    damaged: 'elsewhere',
    missing: 'elsewhere',
    recalled: 'elsewhere',
    acceptedBefore: 'elsewhere',
    damagedBefore: 'elsewhere',
    missingBefore: 'elsewhere',
    chunk: 'elsewhere',
    chunks: 'elsewhere',
    contributors: 'integer',
    contributions: 'elsewhere',
    version: 'integer',
  },
});

interface KeptShipment {
  readonly expectedBy: Date;
  readonly receivedAt: Date | null;
  readonly payBy: Date | null;
}

export const SHIPMENT = table<ReadModelOf<ShipmentState, KeptShipment>>()({
  name: 'shipment',
  key: ['shipment_id'],
  fields: {
    shipmentId: 'text',
    orderId: 'text',
    loadId: 'elsewhere',
    origin: 'text',
    partner: 'text',
    allocations: 'elsewhere',
    legs: 'integer',
    legsArrived: 'integer',
    eta: 'elsewhere',
    expectedBy: 'instant',
    dispatchedAt: 'elsewhere',
    receivedAt: 'instant?',
    payBy: 'instant?',
    moisture: 'elsewhere',
    corrections: 'elsewhere',
    version: 'integer',
  },
});

export const DEAD_LETTER = table<ReadModelOf<DeadLetterRecorded, { eventId: string | null; recordedAt: Date }>>()({
  name: 'dead_letter_seen',
  key: ['dead_letter_id'],
  fields: {
    deadLetterId: 'text',
    group: { column: 'group_name', kind: 'text' },
    sourceTopic: 'text',
    sourcePartition: 'text',
    sourceOffset: 'text',
    eventId: 'text?',
    eventSubject: 'elsewhere',
    code: 'text',
    error: 'text',
    recordedAt: 'instant',
    version: 'integer',
  },
});

export const STANDSTILL = table<ReadModelOf<PartitionStopped, { sourcePartition: number; since: Date }>>()({
  name: 'standstill_seen',
  key: ['standstill_id'],
  fields: {
    standstillId: 'text',
    group: { column: 'group_name', kind: 'text' },
    sourceTopic: 'text',
    sourcePartition: 'integer',
    error: { column: 'reason', kind: 'text' },
    since: 'instant',
    version: 'integer',
  },
});
