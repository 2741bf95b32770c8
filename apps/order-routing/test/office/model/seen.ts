import type { Share, Take } from './records.js';

/** What the product says after an act: facts that the model may take as given, and all that it is compared with. */
export interface Seen {
  readonly lots: ReadonlyMap<string, SeenLot>;
  readonly lines: ReadonlyMap<string, SeenLine>;
  readonly orders: ReadonlyMap<string, { readonly status: string; readonly owed: number; readonly paid: number }>;
  /** By `row period`. */
  readonly spent: ReadonlyMap<string, number>;
  /** All that hold goods, and those that this act has ended. */
  readonly allocations: ReadonlyMap<string, SeenAllocation>;
  /** Not received yet, and those that this act has received. */
  readonly shipments: ReadonlyMap<string, SeenShipment>;
  readonly settlements: readonly SeenSettlement[];
  readonly requests: readonly { readonly requestId: string; readonly granted: number; readonly available?: number }[];
  readonly merges: readonly { readonly mergeId: string; readonly fault?: string }[];
  readonly runs: readonly { readonly outcome: string; readonly faults: readonly string[] }[];
}

export interface SeenLot {
  readonly sellerId: string;
  readonly parts: readonly SeenPart[];
  readonly balance: Readonly<Record<string, number>>;
}

export interface SeenPart {
  readonly producerId: string;
  readonly declared: number;
  readonly free: number;
  readonly held: number;
  readonly barred: number;
}

export interface SeenLine {
  readonly figures: Readonly<Record<string, number | string>>;
  readonly unfilled: number;
  readonly takes: readonly SeenTake[];
}

export type SeenTake = Readonly<Take>;

export interface SeenShipment {
  readonly id: string;
  readonly orderId: string;
  readonly loadId: string | null;
  readonly allocationIds: readonly string[];
  readonly legs: readonly { readonly eta: string; readonly arrived: boolean }[];
  readonly payBy: string | null;
}

export interface SeenAllocation {
  readonly id: string;
  readonly lineId: string;
  readonly orderId: string;
  readonly lotId: string;
  readonly termId: string;
  readonly edition: number;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly freight: number;
  readonly status: string;
  readonly accepted: number;
  readonly damaged: number;
  readonly missing: number;
  readonly splitFrom: string | null;
  readonly shares: readonly Share[];
}

export interface SeenSettlement {
  readonly allocationId: string;
  readonly quantity: number;
  readonly amount: number;
  readonly lines: readonly { readonly producerId: string; readonly quantity: number; readonly amount: number }[];
}
