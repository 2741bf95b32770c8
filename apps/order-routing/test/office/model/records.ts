/** What the second model keeps. Quantities are base units, money whole rupiah, instants UTC. */

export interface Held {
  readonly kind: string;
  readonly until?: string;
}

export interface Row {
  readonly id: string;
  readonly agreementId: string;
  readonly partner: string;
  readonly destination: string;
  readonly edition: number;
  readonly commodity: string;
  readonly unit: string;
  readonly quota: number;
  readonly quotaKind?: string | null;
  readonly period: string;
  readonly minimumLot: number;
  readonly reserved?: number;
  readonly releaseHour?: number;
  readonly minimumPrice?: number | null;
  readonly maximumPrice?: number | null;
  readonly freight: number;
  readonly transitDays: number;
  readonly paymentDays?: number | null;
  /** Hundredths of a percent. */
  readonly loadTolerance?: number | null;
  readonly certificates: readonly string[];
  readonly removed: boolean;
}

export interface Agreement {
  readonly id: string;
  readonly stage: string;
  readonly from: Date | null;
  readonly to: Date | null;
}

export interface Part {
  producerId: string;
  declared: number;
  certificates: readonly Held[] | null;
  free: number;
  held: number;
  barred: number;
}

export interface Lot {
  readonly id: string;
  sellerId: string;
  readonly commodity: string;
  readonly unit: string;
  readonly sack: number;
  readonly declared: number;
  readonly producedOn: string;
  readonly bestBefore: string | null;
  readonly floorPrice: number;
  readonly law: { readonly asksFor: readonly string[]; readonly packs: string } | null;
  readonly standingConsent: boolean;
  certificates: readonly Held[];
  parts: Part[];
  delivered: number;
  withdrawn: number;
  writtenOff: number;
  expired: number;
  spoiled: number;
  recalled: number;
  onHold: boolean;
  readonly suspended: Set<string>;
}

export interface Take {
  readonly termId: string;
  readonly edition: number;
  readonly period: string;
  readonly day: string;
  quantity: number;
  allocated: number;
}

export interface Line {
  readonly id: string;
  readonly orderId: string;
  readonly partner: string;
  readonly deliverTo: string;
  readonly commodity: string;
  readonly wanted: number;
  readonly maxLandedPrice: number | null;
  readonly certificates: readonly string[];
  readonly needBy: string;
  readonly minLifeDays: number;
  readonly minimum: number;
  readonly partial: boolean;
  readonly use: string;
  takes: Take[];
  dispatched: number;
  accepted: number;
  waived: number;
  status: 'open' | 'cancelled' | 'expired';
  readonly refusedBy: Set<string>;
}

export interface Share {
  readonly producerId: string;
  readonly quantity: number;
}

export interface Allocation {
  readonly id: string;
  readonly lineId: string;
  readonly orderId: string;
  readonly lotId: string;
  readonly termId: string;
  readonly edition: number;
  readonly quantity: number;
  readonly unitPrice: number;
  shares: readonly Share[];
  readonly boundAt: Date;
  status: string;
  accepted: number;
  damaged: number;
  /** That came; null: nobody counted them. */
  sacks: number | null;
  readonly splitFrom: string | null;
}

export interface Order {
  readonly id: string;
  readonly partner: string;
  readonly lineIds: readonly string[];
  owed: number;
  paid: number;
}

/** A part of the way, as it is said when goods leave. */
export interface Leg {
  readonly from: string;
  readonly to: string;
  readonly mode: string;
  readonly eta: string;
}

export interface Shipment {
  readonly id: string;
  readonly orderId: string;
  /** What it left in, with goods of other orders; null: alone. */
  readonly loadId: string | null;
  readonly allocationIds: readonly string[];
  readonly legs: { eta: string; arrived: boolean }[];
  receivedAt: Date | null;
}

const add = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

export const promisedOf = (line: Line): number => add(line.takes.map((take) => take.quantity));
export const boundOf = (line: Line): number => add(line.takes.map((take) => take.allocated));
export const openOf = (line: Line): number => line.wanted - promisedOf(line) - line.waived;
export const freeOf = (lot: Lot): number => add(lot.parts.map((part) => part.free));
export const heldOf = (lot: Lot): number => add(lot.parts.map((part) => part.held + part.barred));
export { add };
