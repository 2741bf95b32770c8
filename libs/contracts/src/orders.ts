import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { type BaseUnit, BASE_UNITS } from '#kernel/units.js';
import { type OrderStatus, ORDER_STATUSES } from '#kernel/states.js';
import { IsCount, IsDate, IsId, IsInstant, IsRegionCode } from './shapes.js';

/** State of an order. Subject: `order:<id>`, shared by all events of this file. */
export class OrderState {
  @IsId() orderId: string;
  @IsRegionCode() origin: string;
  @IsRegionCode() partner: string;
  @IsIn(ORDER_STATUSES) status: OrderStatus;
  @IsInt() @Min(1) @Max(1_000) lines: number;
  /** Business time at which it was placed. */
  @IsOptional() @IsInstant() placedAt?: string;
  /** Rupiah for the goods accepted so far, and what of it has been paid; absent before the first receipt. */
  @IsOptional() @IsCount() owed?: number;
  @IsOptional() @IsCount() paid?: number;
}

/** Key: origin regency. Owner: order-routing. */
export class OrderReceived extends OrderState {}
/** Key: origin regency. Owner: order-routing. */
export class OrderStatusChanged extends OrderState {}
/** Key: origin regency. Owner: order-routing. */
export class OrderCancelled extends OrderState {}
/** Key: origin regency. Owner: order-routing. Its need-by has passed. */
export class OrderExpired extends OrderState {}

/** What one line asks for. Key: origin regency. Owner: order-routing. Subject: `order:<id>`. */
export class OrderLineAccepted {
  @IsId() orderId: string;
  @IsId() lineId: string;
  @IsRegionCode() origin: string;
  @IsRegionCode() partner: string;
  @IsRegionCode() deliverTo: string;
  @IsId() commodity: string;
  @IsIn(BASE_UNITS) unit: BaseUnit;
  @IsCount() quantity: number;
  /** Rupiah per trade unit, freight included; absent: any. */
  @IsOptional() @IsCount() maxLandedPrice?: number;
  @IsArray() @IsString({ each: true }) @ArrayMaxSize(20) certificates: string[];
  @IsDate() needBy: string;
  @IsInt() @Min(0) @Max(36_500) minLifeDays: number;
}
