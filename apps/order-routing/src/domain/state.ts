import type { Reason } from '#matching/result.js';
import type { BaseUnit } from '#kernel/quantity.js';
import type { Agreement, QuotaCell, Term } from './agreement.js';
import type { Lot } from './lot.js';
import { DueRows } from './due-rows.js';
import { DEFAULT_POLICY, type OfficePolicy } from './office-policy.js';
import type { Shipment } from './shipment.js';

export type { Agreement, QuotaCell, QuotaPeriod, Term } from './agreement.js';
export { dueKey, type Due, type DueKind } from './due-rows.js';
export type { Contribution, Lot } from './lot.js';
export type { Leg, Shipment } from './shipment.js';

/** Quantities are whole base units of the commodity, prices whole rupiah per trade unit, instants are UTC. */

export interface Order {
  readonly id: string;
  readonly partner: string;
  readonly placedBy: string;
  readonly buyer: { readonly name: string; readonly nib?: string; readonly npwp?: string };
  readonly reference: string | null;
  readonly placedAt: Date;
  readonly lineIds: readonly string[];
  status: OrderStatus;
  /** Rupiah for the goods accepted so far, and what of it has been paid. */
  owed: number;
  paid: number;
  version: number;
}

export type OrderStatus =
  | 'open'
  | 'promised-in-full'
  | 'promised-in-part'
  | 'promised-not-at-all'
  | 'allocated'
  | 'dispatched'
  | 'received'
  | 'settled'
  | 'cancelled'
  | 'expired';

/** Where a line's promise took its quota from, so that it can be given back to the same cell. */
export interface QuotaTake {
  readonly termId: string;
  readonly period: string;
  /** Local day at the origin on which it was promised: what a partner has drawn of its share of the day. */
  readonly day?: string;
  quantity: number;
}

/** Why a part is unsold or unfilled: the engine's reasons, and those that only the state of things gives. */
export type AnyReason = Reason | StateReason;

export interface StateReason {
  readonly kind: 'state';
  readonly code:
    | 'CANCELLED'
    | 'NEED_BY_PASSED'
    | 'AGREEMENT_NOT_IN_FORCE'
    | 'AGREEMENT_SUSPENDED'
    | 'CERTIFICATE_MISSING'
    | 'NO_SURPLUS'
    | 'LOT_HELD'
    | 'PRODUCER_SUSPENDED'
    | 'AWAITING_BIND';
  readonly quantity: number;
  readonly binding: string[];
  readonly gain: number;
  readonly then: string[];
}

/** wanted = promised + Σ unfilled; allocated ≤ promised. */
/** What one of several small buyers orders within a line. */
export interface JointPart {
  readonly buyer: Order['buyer'];
  /** Base units. */
  readonly quantity: number;
}

export interface Line {
  readonly id: string;
  readonly orderId: string;
  /** Journal number of its order, then its place in the order: the order in which promises were made. */
  readonly journal: number;
  readonly position: number;
  readonly partner: string;
  readonly deliverTo: string;
  readonly commodity: string;
  readonly unit: BaseUnit;
  readonly wanted: number;
  readonly maxLandedPrice: number | null;
  readonly certificates: readonly string[];
  readonly needBy: string;
  readonly minLifeDays: number;
  readonly minimum: number;
  readonly partial: boolean;
  /** Of a joint order: its buyers' parts, adding up to what is wanted; empty: one buyer. */
  readonly parts: readonly JointPart[];
  promised: number;
  allocated: number;
  /** Parts of what is allocated: on their way or further, and accepted by the partner. */
  dispatched: number;
  accepted: number;
  termId: string | null;
  takes: readonly QuotaTake[];
  unfilled: readonly AnyReason[];
  status: 'open' | 'cancelled' | 'expired';
  version: number;
}

export interface Allocation {
  readonly id: string;
  readonly runId: string;
  readonly lineId: string;
  readonly orderId: string;
  readonly lotId: string;
  readonly termId: string;
  readonly partner: string;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly freight: number;
  status: AllocationStatus;
  /** What the receipt says: quantity = accepted + damaged + missing; all 0 before it. */
  accepted: number;
  damaged: number;
  missing: number;
  version: number;
  readonly why: object;
  readonly shares: readonly { readonly producerId: string; readonly quantity: number }[];
}

/**
 * offered → confirmed | refused | lapsed; confirmed → dispatched → accepted | short | refused-at-arrival; what is not
 * dispatched may be released: cancelled, or its agreement ended.
 */
export type AllocationStatus =
  | 'offered'
  | 'confirmed'
  | 'refused'
  | 'lapsed'
  | 'released'
  | 'dispatched'
  | 'accepted'
  | 'short'
  | 'refused-at-arrival';

/** All that decides in one origin regency, as folded from its journal up to number `journal`. */
export interface MarketState {
  readonly origin: string;
  journal: number;
  policy: OfficePolicy;
  readonly lots: Map<string, Lot>;
  readonly agreements: Map<string, Agreement>;
  readonly terms: Map<string, Term>;
  readonly cells: Map<string, QuotaCell>;
  readonly orders: Map<string, Order>;
  readonly lines: Map<string, Line>;
  /** Those that hold goods: offered, confirmed or dispatched. */
  readonly allocations: Map<string, Allocation>;
  /** Those that have not been received. */
  readonly shipments: Map<string, Shipment>;
  readonly dues: DueRows;
  /** No due row lies before this instant, milliseconds; undefined: nobody has looked yet. */
  earliestDueMs: number | undefined;
  /** Units that a producer is behind its fair part of a commodity, over all runs; by `commodity producer`. */
  readonly turns: Map<string, number>;
}

export function emptyMarket(origin: string): MarketState {
  return {
    origin,
    journal: 0,
    policy: DEFAULT_POLICY,
    lots: new Map(),
    agreements: new Map(),
    terms: new Map(),
    cells: new Map(),
    orders: new Map(),
    lines: new Map(),
    allocations: new Map(),
    shipments: new Map(),
    dues: new DueRows(),
    earliestDueMs: undefined,
    turns: new Map(),
  };
}
