import { ArrayMaxSize, IsInt, IsOptional, Max, Min } from 'class-validator';
import { CHUNK_SIZE, IsCount, IsDate, IsId, IsInstant, IsRegionCode, Nested } from './shapes.js';

/** State of a shipment. Subject: `shipment:<id>`, shared by the events of this file but the settlement. */
export class ShipmentState {
  @IsId() shipmentId: string;
  @IsId() orderId: string;
  /** Of the load that it is this order's part of; absent: it left alone. */
  @IsOptional() @IsId() loadId?: string;
  @IsRegionCode() origin: string;
  @IsRegionCode() partner: string;
  @IsCount() allocations: number;
  @IsInt() @Min(1) @Max(20) legs: number;
  @IsInt() @Min(0) @Max(20) legsArrived: number;
  /** Estimated arrival of the last leg. */
  @IsDate() eta: string;
  @IsInstant() dispatchedAt: string;
  @IsOptional() @IsInstant() receivedAt?: string;
  /** Last day, at the origin, to pay for what was received. */
  @IsOptional() @IsDate() payBy?: string;
  /** Hundredths of a percent, measured at arrival. */
  @IsOptional() @IsInt() @Min(0) @Max(10_000) moisture?: number;
  /** How often what was received has been corrected; absent: never. */
  @IsOptional() @IsInt() @Min(1) corrections?: number;
}

/** Key: origin regency. Owner: order-routing. */
export class ShipmentDispatched extends ShipmentState {}
/** Key: origin regency. Owner: order-routing. */
export class ShipmentLegArrived extends ShipmentState {}
/** Key: origin regency. Owner: order-routing. It will come on another day than was said. */
export class ShipmentRescheduled extends ShipmentState {}
/** Key: origin regency. Owner: order-routing. What of each allocation was accepted is in its own event. */
export class ShipmentDelivered extends ShipmentState {}

/** One contributor's part of a settlement. */
export class SettlementLine {
  @IsId() producerId: string;
  @IsCount() quantity: number;
  /** Rupiah. */
  @IsCount() amount: number;
}

/**
 * What one delivered allocation earns its contributors, in chunks. Key: origin regency. Owner: order-routing.
 * Subject: `settlement:<allocationId>`; chunk k is version k. After its receipt was corrected it is told again, in versions
 * that go on from there: what stands in the later chunks is what it earns.
 */
export class AllocationSettled {
  @IsId() allocationId: string;
  @IsId() orderId: string;
  @IsId() lotId: string;
  @IsRegionCode() origin: string;
  @IsCount() quantity: number;
  /** Rupiah; the lines of all chunks add up to it. */
  @IsCount() amount: number;
  @IsInt() @Min(1) @Max(100_000) chunk: number;
  @IsInt() @Min(1) @Max(100_000) chunks: number;
  @IsCount() contributors: number;
  @ArrayMaxSize(CHUNK_SIZE) @Nested(SettlementLine) lines: SettlementLine[];
}
