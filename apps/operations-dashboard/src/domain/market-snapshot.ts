import type { Balance } from '#kernel/balance.js';
import type { QuotaKind } from '#kernel/states.js';
import type { BaseUnit } from '#kernel/units.js';

/**
 * The read models of one moment, as loaded. Quantities are whole base units of the commodity; instants are ISO 8601 in
 * UTC, dates YYYY-MM-DD.
 */
export interface MarketSnapshot {
  readonly head: { readonly epoch: string; readonly sequence: number };
  /** Lots whose contributions are complete. */
  readonly lots: readonly Lot[];
  readonly promises: readonly LinePromise[];
  readonly agreements: readonly Agreement[];
  readonly terms: readonly Term[];
  readonly cells: readonly QuotaCell[];
  readonly bindings: readonly Binding[];
  readonly contributors: readonly Contributors[];
  readonly orders: readonly OrderCount[];
  readonly producers: readonly ProducerCount[];
  /** The last run of each origin, the latest first. */
  readonly runs: readonly Run[];
  /** Business time of the newest event applied, and when that was by the wall clock; null before the first. */
  readonly dataAt: string | null;
  readonly appliedAt: string | null;
}

export type Unit = BaseUnit;

/** Why a part of a quantity is unsold or unfilled, as routing published it. */
export interface Reason {
  readonly kind: 'gate' | 'cut' | 'state';
  readonly code: string;
  readonly quantity: number;
  readonly gain: number;
  readonly relaxBy?: number;
  readonly binding: readonly string[];
  readonly then: readonly string[];
}

export interface Lot {
  readonly id: string;
  /** Its letter within its origin and commodity; null: it is not shown, and goes by the id of its goods. */
  readonly label: string | null;
  readonly origin: string;
  readonly sellerId: string;
  readonly commodity: string;
  readonly unit: Unit;
  readonly quantity: number;
  readonly producedOn: string;
  readonly bestBefore: string | null;
  readonly certificates: readonly string[];
  readonly contributors: number;
  /** Null until routing has answered the declaration: then all of it is free. */
  readonly balance: Balance | null;
  /** What the last run that judged it left of it; null before the first. */
  readonly judged: { readonly runId: string; readonly unsold: readonly Reason[] } | null;
}

export interface LinePromise {
  readonly lineId: string;
  readonly orderId: string;
  readonly origin: string;
  readonly partner: string;
  readonly commodity: string;
  readonly unit: Unit;
  readonly wanted: number;
  readonly promised: number;
  readonly allocated: number;
  readonly termId: string | null;
  readonly certificates: readonly string[];
  readonly unfilled: readonly Reason[];
}

export interface Agreement {
  readonly id: string;
  readonly origin: string;
  readonly partner: string;
  readonly stage: string;
  readonly edition: number;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
}

export interface Term {
  readonly id: string;
  readonly agreementId: string;
  readonly origin: string;
  readonly partner: string;
  readonly destination: string;
  readonly commodity: string;
  readonly unit: Unit;
  readonly quota: number;
  /** `target`: `quota` is a volume that gates nothing; `unlimited`: it says nothing. */
  readonly quotaKind: QuotaKind;
  readonly period: string;
  readonly freight: number;
  readonly transitDays: number;
  readonly certificates: readonly string[];
}

export interface QuotaCell {
  readonly termId: string;
  readonly period: string;
  readonly capacity: number;
  readonly consumed: number;
}

/** Allocations of one lot to one partner that stand, taken together. */
export interface Binding {
  readonly lotId: string;
  readonly partner: string;
  readonly termId: string;
  readonly status: string;
  readonly quantity: number;
  readonly orders: number;
  readonly contributors: number;
}

/** Distinct producers of one commodity: those in open lots, and those with a part in an allocation. */
export interface Contributors {
  readonly origin: string;
  readonly commodity: string;
  readonly all: number;
  readonly paid: number;
}

export interface OrderCount {
  readonly origin: string;
  readonly partner: string;
  readonly status: string;
  readonly orders: number;
}

export interface ProducerCount {
  readonly origin: string;
  readonly kind: string;
  readonly status: string;
  readonly producers: number;
}

/** The last run of an origin. */
export interface Run {
  readonly id: string;
  readonly origin: string;
  readonly at: string;
  readonly outcome: string;
  readonly verified: boolean;
  readonly gap: number;
  readonly lots: number;
  readonly lines: number;
  readonly allocations: number;
}
