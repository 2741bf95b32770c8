import type { BaseUnit } from '#kernel/quantity.js';
import type { HeldCertificate } from './lot.js';
import type { OfficePolicy } from './office-policy.js';
import type { DueKind, JointPart, Leg, Order, Term } from './state.js';

/** Everything that can change a decision. Payloads are plain JSON: the journal stores them as they are. */
export type Input =
  | { readonly kind: 'order-placed'; readonly payload: OrderPlaced }
  | { readonly kind: 'order-cancelled'; readonly payload: { readonly orderId: string } }
  | { readonly kind: 'surplus-declared'; readonly payload: SurplusChunk }
  | { readonly kind: 'withdrawal-requested'; readonly payload: Withdrawal }
  | { readonly kind: 'lot-adjusted'; readonly payload: LotAdjusted }
  | { readonly kind: 'lot-held'; readonly payload: HoldChange }
  | { readonly kind: 'lot-released'; readonly payload: HoldChange }
  | { readonly kind: 'agreement-stage-changed'; readonly payload: AgreementStage }
  | { readonly kind: 'agreement-terms-changed'; readonly payload: TermsRow }
  | { readonly kind: 'allocation-confirmed'; readonly payload: { readonly allocationId: string } }
  | { readonly kind: 'allocation-refused'; readonly payload: { readonly allocationId: string } }
  | { readonly kind: 'hold-released'; readonly payload: { readonly lotId: string } }
  | { readonly kind: 'shipment-dispatched'; readonly payload: Dispatched }
  | { readonly kind: 'leg-arrived'; readonly payload: { readonly shipmentId: string; readonly leg: number } }
  | { readonly kind: 'shipment-received'; readonly payload: Received }
  | { readonly kind: 'payment-recorded'; readonly payload: Paid }
  | { readonly kind: 'time'; readonly payload: { readonly kind: DueKind; readonly subject: string } }
  | { readonly kind: 'run-requested'; readonly payload: { readonly runId: string } }
  | { readonly kind: 'policy-changed'; readonly payload: OfficePolicy };

/** A terms row as it was told; rows of before there were shares say nothing of them. */
export type TermsRow = Omit<Term, LaterField> & Partial<Pick<Term, LaterField>>;
type LaterField = 'reserved' | 'releaseHour' | 'minimumPrice' | 'maximumPrice';

export interface OrderPlaced {
  readonly orderId: string;
  readonly partner: string;
  readonly placedBy: string;
  readonly buyer: Order['buyer'];
  readonly reference: string | null;
  readonly lines: readonly PlacedLine[];
}

export interface PlacedLine {
  readonly lineId: string;
  readonly deliverTo: string;
  readonly commodity: string;
  readonly unit: BaseUnit;
  readonly quantity: number;
  readonly maxLandedPrice: number | null;
  readonly certificates: readonly string[];
  readonly needBy: string;
  readonly minLifeDays: number;
  readonly minimum: number;
  readonly partial: boolean;
  /** Of a joint order. */
  readonly parts?: readonly JointPart[];
}

export interface Dispatched {
  readonly shipmentId: string;
  readonly orderId: string;
  /** Confirmed allocations of the order, each as a whole. */
  readonly allocationIds: readonly string[];
  readonly legs: readonly Omit<Leg, 'arrivedAt'>[];
}

export interface Received {
  readonly shipmentId: string;
  /** Every allocation of the shipment once; what is neither accepted nor damaged is missing. */
  readonly items: readonly { readonly allocationId: string; readonly accepted: number; readonly damaged: number }[];
  readonly moisture: number | null;
}

export interface Paid {
  readonly orderId: string;
  /** Rupiah, > 0. */
  readonly amount: number;
  readonly reference: string;
}

/** One chunk of a declared lot; the lot's own fields are the same in each. */
export interface SurplusChunk {
  readonly lotId: string;
  readonly sellerId: string;
  readonly pooled: boolean;
  readonly product: string;
  readonly commodity: string;
  readonly unit: BaseUnit;
  /** Absent: sold in any quantity. */
  readonly sack?: number;
  readonly quantity: number;
  readonly producedOn: string;
  readonly bestBefore: string | null;
  readonly floorPrice: number;
  readonly certificates: readonly HeldCertificate[];
  readonly standingConsent: boolean;
  readonly chunk: number;
  readonly chunks: number;
  readonly contributionsCount: number;
  readonly contributionsHash: string;
  readonly contributions: readonly { readonly producerId: string; readonly quantity: number }[];
}

/** A producer wants stock back: of one contributor, or of all of them in proportion. */
export interface Withdrawal {
  readonly requestId: string;
  readonly lotId: string;
  readonly quantity: number;
  readonly producerId?: string;
}

/** A lot is less than was declared: `quantity` of it is spoiled or recalled, or it holds fewer certificates. */
export interface LotAdjusted {
  readonly requestId: string;
  readonly lotId: string;
  readonly cause: 'SPOILED' | 'RECALLED' | 'CERTIFICATE_REVOKED';
  readonly quantity: number;
  readonly certificates: readonly HeldCertificate[];
}

/** Whose part is held or released; without `producerId` the whole lot. */
export interface HoldChange {
  readonly lotId: string;
  readonly cause: 'QUALITY' | 'PRODUCER_SUSPENDED';
  readonly producerId?: string;
}

export interface AgreementStage {
  readonly agreementId: string;
  readonly partner: string;
  readonly stage: string;
  readonly edition: number;
  /** ISO instants. */
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
}
