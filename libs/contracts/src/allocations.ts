import { ArrayMaxSize, IsBoolean, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { type BaseUnit, BASE_UNITS } from '#kernel/units.js';
import { type AllocationStatus, ALLOCATION_STATUSES } from '#kernel/states.js';
import {
  CHUNK_SIZE,
  Contribution,
  IsCount,
  IsDate,
  IsId,
  IsInstant,
  IsRegionCode,
  Nested,
  QuantityReason,
} from './shapes.js';

/** What of a promise stands under one edition of a terms row: an addendum binds later promises. */
export class PromisedUnder {
  @IsId() termId: string;
  @IsId() agreementId: string;
  @IsInt() @Min(1) edition: number;
  @IsCount() promised: number;
  @IsCount() allocated: number;
  /** Rupiah per trade unit. */
  @IsCount() freight: number;
  @IsCount() transitDays: number;
}

/** The promise to one line: wanted = promised + Σ unfilled. Subject: `promise:<lineId>`. */
export class PromiseState {
  @IsId() lineId: string;
  @IsId() orderId: string;
  @IsRegionCode() origin: string;
  @IsRegionCode() partner: string;
  @IsId() commodity: string;
  @IsIn(BASE_UNITS) unit: BaseUnit;
  @IsCount() wanted: number;
  @IsCount() promised: number;
  /** Part of the promise that has its lots. */
  @IsCount() allocated: number;
  /** The terms row it is promised under; absent while no row covers it. */
  @IsOptional() @IsId() termId?: string;
  @IsOptional() @IsId() agreementId?: string;
  /** In the order in which they were first promised under, adding up to the promise; absent: nothing, or not told yet. */
  @IsOptional() @Nested(PromisedUnder) terms?: PromisedUnder[];
  /** Instant at which what is promised and has no lots yet is bound at the latest; absent: all of it has its lots. */
  @IsOptional() @IsInstant() bindBy?: string;
  @Nested(QuantityReason) unfilled: QuantityReason[];
}

/** Key: origin regency. Owner: order-routing. */
export class LinePromised extends PromiseState {}
/** Key: origin regency. Owner: order-routing. Stock or the agreement disappeared, or the line was cancelled. */
export class PromiseReduced extends PromiseState {}

/** A quota cell after a change: what is spent of one terms row in one period. Subject: `quota:<termId>:<period start>`. */
export class QuotaSpent {
  @IsId() termId: string;
  @IsId() agreementId: string;
  @IsRegionCode() origin: string;
  @Matches(/^(\d{4}-\d{2}-\d{2}|whole)$/) period: string;
  @IsCount() capacity: number;
  @IsCount() consumed: number;
}

/** Which lot serves a promise, with the contributors' parts in chunks. Subject: `allocation:<id>`; chunk k is version k. */
export class AllocationState {
  @IsId() allocationId: string;
  @IsId() runId: string;
  @IsId() lineId: string;
  @IsId() orderId: string;
  @IsId() lotId: string;
  @IsId() termId: string;
  /** Of the terms row, whose freight and days of travel hold for these goods; absent: not told yet. */
  @IsOptional() @IsInt() @Min(1) edition?: number;
  @IsRegionCode() origin: string;
  @IsRegionCode() partner: string;
  @IsId() commodity: string;
  @IsIn(BASE_UNITS) unit: BaseUnit;
  @IsCount() quantity: number;
  /** Rupiah per trade unit, paid to the seller. */
  @IsCount() unitPrice: number;
  @IsCount() freight: number;
  @IsIn(ALLOCATION_STATUSES) status: AllocationStatus;
  /** The allocation that it is a part of, which was released as a part of it left; absent: it was bound as it is. */
  @IsOptional() @IsId() splitFrom?: string;
  /** Instant at which an offer lapses that nobody has answered. */
  @IsOptional() @IsInstant() answerBy?: string;
  /** Last day, at the origin, on which the goods have to leave; absent once they have left. */
  @IsOptional() @IsDate() leaveOn?: string;
  /** What the receipt said; absent before it. */
  @IsOptional() @IsCount() accepted?: number;
  @IsOptional() @IsCount() damaged?: number;
  @IsOptional() @IsCount() missing?: number;
  /** Its lot has been recalled while it is on its way; absent: not in this change. */
  @IsOptional() @IsBoolean() recalled?: boolean;
  /** What the receipt said until it was corrected; absent in all other events. */
  @IsOptional() @IsCount() acceptedBefore?: number;
  @IsOptional() @IsCount() damagedBefore?: number;
  @IsOptional() @IsCount() missingBefore?: number;
  @IsInt() @Min(1) @Max(100_000) chunk: number;
  @IsInt() @Min(1) @Max(100_000) chunks: number;
  @IsCount() contributors: number;
  @ArrayMaxSize(CHUNK_SIZE) @Nested(Contribution) contributions: Contribution[];
}

/** Key: origin regency. Owner: order-routing. */
export class AllocationOffered extends AllocationState {}
/** Key: origin regency. Owner: order-routing. At once where the seller gave standing consent. */
export class AllocationConfirmed extends AllocationState {}
/** Key: origin regency. Owner: order-routing. Its goods are back in their lot: cancelled, or the agreement ended. No contributions. */
export class AllocationReleased extends AllocationState {}

/** Key: origin regency. Owner: order-routing. Its goods are held in their lot until their producer releases them. No contributions. */
export class AllocationRefused extends AllocationState {}
/** Key: origin regency. Owner: order-routing. Not answered in time; else as refused. */
export class AllocationLapsed extends AllocationState {}
/** Key: origin regency. Owner: order-routing. On its way, or received in full, in part or not at all. No contributions. */
export class AllocationStatusChanged extends AllocationState {}

/** What a run left in a lot, and why: surplus = allocated + Σ unsold. Key: origin regency. Owner: order-routing. Subject: `unsold:<lotId>`. */
export class LotUnsold {
  @IsId() lotId: string;
  @IsId() runId: string;
  @IsRegionCode() origin: string;
  @IsId() commodity: string;
  @IsIn(BASE_UNITS) unit: BaseUnit;
  @IsCount() surplus: number;
  @IsCount() allocated: number;
  @Nested(QuantityReason) unsold: QuantityReason[];
}

/** A routing run with its proof. Key: origin regency. Owner: order-routing. Subject: `run:<id>`. */
export class RunCompleted {
  @IsId() runId: string;
  @IsRegionCode() origin: string;
  /** Journal number of the input that asked for it. */
  @IsCount() journalNumber: number;
  @IsIn(['published', 'failed']) outcome: 'published' | 'failed';
  @IsId() engineVersion: string;
  @IsCount() lots: number;
  @IsCount() lines: number;
  @IsCount() allocations: number;
  @IsBoolean() verified: boolean;
  @IsCount() gap: number;
}

/**
 * A lot's balance as routing keeps it: declared = the sum of the rest. Key: origin regency. Owner: order-routing.
 * Subject: `balance:<lotId>`.
 */
export class LotBalance {
  @IsId() lotId: string;
  @IsRegionCode() origin: string;
  @IsId() commodity: string;
  @IsIn(BASE_UNITS) unit: BaseUnit;
  @IsCount() declared: number;
  @IsCount() free: number;
  @IsCount() held: number;
  @IsCount() offered: number;
  @IsCount() confirmed: number;
  @IsCount() inTransit: number;
  @IsCount() delivered: number;
  @IsCount() withdrawn: number;
  @IsCount() writtenOff: number;
  /** Parts of what is held and written off, by cause; absent: 0. What is written off for no such cause was lost on its way. */
  @IsOptional() @IsCount() suspended?: number;
  /** Refused by its producer, or not answered for in time, until it is released. */
  @IsOptional() @IsCount() refused?: number;
  @IsOptional() @IsCount() expired?: number;
  @IsOptional() @IsCount() spoiled?: number;
  @IsOptional() @IsCount() recalled?: number;
}

/**
 * What became of a request about a lot: how much was withdrawn or written off of what was asked. Key: origin regency.
 * Owner: order-routing. Subject: `lot-request:<requestId>`.
 */
export class LotRequestDecided {
  @IsId() requestId: string;
  @IsId() lotId: string;
  @IsRegionCode() origin: string;
  @IsCount() asked: number;
  @IsCount() granted: number;
  /** Of a request for all or nothing that got nothing: what could have been had; the rest is promised or has left. */
  @IsOptional() @IsCount() available?: number;
}
