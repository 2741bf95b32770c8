/** Allocations of one order on their way together, over one or more legs. */
export interface Shipment {
  readonly id: string;
  readonly orderId: string;
  readonly partner: string;
  readonly allocationIds: readonly string[];
  readonly legs: readonly Leg[];
  readonly dispatchedAt: Date;
  receivedAt: Date | null;
  /** Moisture of the goods at arrival in hundredths of a percent, where it was measured. */
  moisture: number | null;
  version: number;
}

export interface Leg {
  readonly from: string;
  readonly to: string;
  readonly mode: 'road' | 'sea' | 'air' | 'rail';
  /** Estimated arrival, a date at the destination. */
  readonly eta: string;
  arrivedAt: string | null;
}
