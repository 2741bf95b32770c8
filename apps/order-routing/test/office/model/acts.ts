import type { Held, Leg, Line, Lot, Row } from './records.js';

/** What is asked of an office: the fields that the rules look at. */

export interface Declared extends Pick<
  Lot,
  'sellerId' | 'commodity' | 'unit' | 'producedOn' | 'bestBefore' | 'floorPrice' | 'standingConsent'
> {
  readonly lotId: string;
  readonly quantity: number;
  readonly sack?: number;
  readonly certificates: readonly Held[];
  readonly law?: Lot['law'];
  /** Whose part is held from the start. */
  readonly heldFor?: readonly string[];
  readonly contributions: readonly {
    readonly producerId: string;
    readonly quantity: number;
    readonly certificates?: readonly Held[];
  }[];
}

/** Whose goods hold what by themselves from now on. */
export interface PartHeld {
  readonly producerId: string;
  readonly certificates: readonly Held[];
}

export interface Certified {
  readonly lotId: string;
  readonly certificates: readonly Held[];
  readonly parts: readonly PartHeld[];
}

export interface Adjusted {
  readonly requestId: string;
  readonly lotId: string;
  readonly cause: 'SPOILED' | 'RECALLED' | 'CERTIFICATE_REVOKED';
  readonly quantity: number;
  readonly certificates: readonly Held[];
  readonly parts?: readonly PartHeld[];
}

export interface HoldChanged {
  readonly lotId: string;
  readonly cause: string;
  readonly producerId?: string;
}

export interface Placed {
  readonly orderId: string;
  readonly partner: string;
  readonly lines: readonly PlacedLine[];
}

interface PlacedLine extends Pick<
  Line,
  'deliverTo' | 'commodity' | 'maxLandedPrice' | 'certificates' | 'needBy' | 'minLifeDays' | 'minimum' | 'partial'
> {
  readonly lineId: string;
  readonly quantity: number;
  readonly use?: string;
}

export interface StageChanged {
  readonly agreementId: string;
  readonly stage: string;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
}

export interface Dispatched {
  readonly shipmentId: string;
  readonly orderId: string;
  readonly allocationIds: readonly string[];
  readonly legs: readonly Leg[];
}

export interface LoadSent {
  readonly loadId: string;
  /** Without a quantity all of an allocation. */
  readonly parts: readonly { readonly allocationId: string; readonly quantity: number | null }[];
  readonly capacity: { readonly quantity: number; readonly unit: string } | null;
  readonly papers: readonly { readonly kind: string }[];
  readonly legs: readonly Leg[];
}

export interface Rescheduled {
  readonly shipmentId: string;
  readonly leg: number;
  readonly eta: string;
}

/** Which paper goes with which goods on which way. */
export interface PaperRule {
  readonly id: string;
  readonly modes: readonly string[];
  readonly destinations: readonly string[];
  readonly commodities: readonly string[];
  readonly from: string | null;
}

export interface Due {
  readonly kind: string;
  readonly subject: string;
}

/** What a receipt says of an allocation. */
export interface Item {
  readonly allocationId: string;
  readonly accepted: number;
  readonly damaged: number;
  readonly sacks?: number | null;
}

/** A receipt, or what is said of one later. */
export interface Receipt {
  readonly shipmentId: string;
  readonly items: readonly Item[];
}

export interface Payment {
  readonly orderId: string;
  readonly amount: number;
  readonly reference: string;
}

export interface Withdrawal {
  readonly requestId: string;
  readonly lotId: string;
  readonly quantity: number;
  readonly producerId?: string;
  readonly whole?: boolean;
}

export interface Merged {
  readonly mergeId: string;
  readonly duplicateId: string;
  readonly keepId: string;
}

interface Of<Kind extends string, Payload> {
  readonly kind: Kind;
  readonly payload: Payload;
}

/** An act, and what is said with it. */
export type Act =
  | Of<'surplus-declared', Declared>
  | Of<'lot-adjusted', Adjusted>
  | Of<'lot-certified', Certified>
  | Of<'lot-held' | 'lot-released', HoldChanged>
  | Of<'hold-released', { readonly lotId: string }>
  | Of<'withdrawal-requested', Withdrawal>
  | Of<'allocation-confirmed' | 'allocation-refused', { readonly allocationId: string }>
  | Of<'shipment-dispatched', Dispatched>
  | Of<'load-dispatched', LoadSent>
  | Of<'eta-changed', Rescheduled>
  | Of<'leg-arrived', { readonly shipmentId: string; readonly leg: number }>
  | Of<'shipment-received' | 'receipt-corrected', Receipt>
  | Of<'payment-recorded' | 'payment-reversed', Payment>
  | Of<'order-placed', Placed>
  | Of<'order-cancelled', { readonly orderId: string }>
  | Of<'agreement-terms-changed', Row>
  | Of<'agreement-stage-changed', StageChanged>
  | Of<'policy-changed', { readonly paperRules?: readonly PaperRule[] }>
  | Of<'run-requested', unknown>
  | Of<'producers-merged', Merged>
  | Of<'time', Due>;

const KINDS: Readonly<Record<Act['kind'], true>> = {
  'surplus-declared': true,
  'lot-adjusted': true,
  'lot-certified': true,
  'lot-held': true,
  'lot-released': true,
  'hold-released': true,
  'withdrawal-requested': true,
  'allocation-confirmed': true,
  'allocation-refused': true,
  'shipment-dispatched': true,
  'load-dispatched': true,
  'eta-changed': true,
  'leg-arrived': true,
  'shipment-received': true,
  'receipt-corrected': true,
  'payment-recorded': true,
  'payment-reversed': true,
  'order-placed': true,
  'order-cancelled': true,
  'agreement-terms-changed': true,
  'agreement-stage-changed': true,
  'policy-changed': true,
  'run-requested': true,
  'producers-merged': true,
  time: true,
};

/** Whether the model has rules for it: one that it does not know of would change nothing, and pass. */
export function isKnown(act: { readonly kind: string }): act is Act {
  return Object.hasOwn(KINDS, act.kind);
}
