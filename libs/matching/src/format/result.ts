/** Why a unit is unfilled or unsold: the closed list that a matching can give. */
export type ReasonCode =
  | 'REGION_NOT_COVERED'
  | 'AGREEMENT_NOT_IN_FORCE'
  | 'AGREEMENT_SUSPENDED'
  | 'CERTIFICATE_MISSING'
  | 'CERTIFICATE_EXPIRES_BEFORE_ARRIVAL'
  | 'SHELF_LIFE_TOO_SHORT'
  | 'NEEDED_TOO_SOON'
  | 'NEED_BY_PASSED'
  | 'PRICE_ABOVE_CEILING'
  | 'UNIT_INDIVISIBLE'
  | 'BELOW_MINIMUM_LOT'
  | 'QUOTA_EXHAUSTED'
  | 'PARTNER_SHARE_RESERVED'
  | 'NO_SURPLUS'
  | 'NO_DEMAND';

/**
 * One reason for `quantity` units. `gate`: the units have no arc at all, `code` is the first closed
 * gate. `cut`: they have arcs and a bottleneck stops them.
 */
export interface Reason {
  kind: 'gate' | 'cut';
  code: ReasonCode;
  quantity: number;
  /** What would have to be relaxed: terms rows, certificate kinds, lines, lots or products. */
  binding: string[];
  /** By how much: units of quota or stock, rupiah of price, days of life or time. */
  relaxBy?: number;
  /** Units sold more by relaxing all of `binding` and nothing else. */
  gain: number;
  /** What would stop the units next. */
  then: ReasonCode[];
}

/** Contributors' parts of one allocation of a pooled lot; they sum to its quantity. */
export interface Share {
  producer: string;
  quantity: number;
}

export interface Why {
  /** Price tier of the lot inside its product, from 0. */
  tier: number;
  /** Share of the lot that sells, 0 to 1, four decimals. */
  level: number;
  /** Other producers in the same tier and expiry bucket. */
  rivals: number;
  /** The line was first served by other lots, then re-arranged (promise mode). */
  rearranged: boolean;
}

export interface Allocation {
  lot: string;
  line: string;
  term: string;
  quantity: number;
  /** Only for a pooled lot. */
  shares?: Share[];
  /** The terms row is suspended or over: planned so that the promise stays servable, not to be offered. */
  frozen?: true;
  why: Why;
}

export interface UnfilledLine {
  line: string;
  quantity: number;
  reasons: Reason[];
}

export interface UnsoldLot {
  lot: string;
  quantity: number;
  reasons: Reason[];
}

/**
 * One element of a minimum cut; capacities of `cut` sum to the quantity that is bound. `reserve`: a row's own share;
 * `open`: what partners' shares leave of a product to everybody.
 */
export interface CutElement {
  kind: 'quota' | 'line' | 'lot' | 'promise' | 'reserve' | 'open';
  id: string;
  capacity: number;
}

/**
 * What a proof does not show, in this order: that no other choice sells more (`gap` bounds it), that price, expiry or freight are
 * least (where goods of unequal sacks share a quota, or a promise is no whole number of sacks), and that goods in sacks are shared
 * fairly between lots that other lines can buy.
 */
export type Unproved = 'quantity' | 'price' | 'expiry' | 'freight' | 'fairness';

export interface Proof {
  /** The most that any feasible matching can place. */
  upperBound: number;
  /** upperBound − quantity: 0 unless sacks or minimum lots cost something. */
  gap: number;
  /** The minimum cut next to the stock. */
  cut: CutElement[];
  /** Bottlenecks that bind as tightly as those of `cut` (the minimum cut next to the buyers). */
  tied: CutElement[];
  /** What could have been sold had nothing been promised yet: the price of answering at once. */
  withoutPromises: number;
  /** Left out where all is shown: always without sacks and least quantities. */
  unproved?: Unproved[];
  /** Set by whoever ran `verify` on this result; the solver leaves it false. */
  verified: boolean;
}

export interface Totals {
  quantity: number;
  /** Σ quantity × price, not divided by priceScale; a decimal string above 2^53 − 1. */
  goodsCost: number | string;
  freightCost: number | string;
  linesFull: number;
  linesPart: number;
  producersSelling: number;
}

export interface Timings {
  normaliseMs: number;
  /** Without what sharing among equals took. */
  solveMs: number;
  fairMs: number;
  explainMs: number;
  verifyMs: number;
}

export interface MatchingResult {
  totals: Totals;
  allocations: Allocation[];
  unfilled: UnfilledLine[];
  unsold: UnsoldLot[];
  proof: Proof;
  timings: Timings;
}
