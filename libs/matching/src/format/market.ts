/**
 * A market as the matching file states it: lots that may be sold, lines that want goods, and the
 * terms rows (quota cells) between them. Plain objects, equal to the JSON of the format.
 *
 * Units: quantities in base units (gram, pair, piece), prices and freight in whole rupiah per
 * `priceScale` base units, dates as `YYYY-MM-DD`. All numbers are safe integers.
 */
export interface Market {
  /** Today. Terms serve when asOf ∈ [from, to). */
  asOf: string;
  /** Base units that a price is quoted for; 1000 = per kilogram when the unit is the gram. */
  priceScale: number;
  policy: Policy;
  /** Units each producer is behind from earlier weeks; it is served as if it had sold that much less. */
  balances?: Record<string, number>;
  /** Sack size per product, in base units; allocations become whole sacks. */
  parcels?: Record<string, number>;
  terms: Term[];
  lots: Lot[];
  lines: Line[];
}

export type PriceObjective = 'landed' | 'freight-only';
export type Fairness = 'max-min' | 'proportional' | 'none';

export interface Policy {
  /** `landed`: cheaper lots first. `freight-only`: all lots under the ceiling are equals. */
  priceObjective: PriceObjective;
  /** Width of a price tier in percent of the product's cheapest price; 0 = exact prices. */
  priceTierPercent: number;
  fairness: Fairness;
  /** Lots whose days of life left fall into the same bucket are equals; 0 = exact dates. Default 30. */
  expiryBucketDays?: number;
}

/** One row of an agreement: a quota cell with its own capacity, freight and transit time. */
export interface Term {
  id: string;
  agreement: string;
  /** Region code; covers a lot whose origin is equal or lies under it. */
  origin: string;
  /** Region code; covers a line whose destination is equal or lies under it. */
  destination: string;
  products: string[];
  from: string;
  /** First day on which the row no longer serves. */
  to: string;
  /** What is left of the quota in asOf's period, after every promise already made. */
  quota: number;
  freight: number;
  transitDays: number;
  /** Kinds that every line under this row wants beside its own. */
  certificates: string[];
  /** A suspended row serves nothing new; promises pinned to it are planned but `frozen`. */
  suspended?: boolean;
  /** Surplus still kept back for this partner, after every promise already made (shares.ts). */
  reserved?: number;
  /** What goods may cost under this row, without freight. */
  priceBand?: PriceBand;
}

/**
 * A row's prices for goods. The seller is paid its lot's price, but no less than `minimum`: so a line whose ceiling less
 * freight is below the minimum buys nothing under the row, and a lot whose price is above `maximum` sells nothing.
 */
export interface PriceBand {
  minimum: number;
  maximum: number;
}

/** A kind held without end, or until the last day on which it holds. */
export type HeldCertificate = string | { kind: string; until: string };

export interface Contribution {
  producer: string;
  quantity: number;
}

/** Free quantity of one producer, or a pool of several (`contributions` sum to `quantity`). */
export interface Lot {
  id: string;
  producer: string;
  origin: string;
  product: string;
  quantity: number;
  price: number;
  availableFrom: string;
  bestBefore: string;
  certificates: HeldCertificate[];
  contributions?: Contribution[];
}

export interface Line {
  id: string;
  order: string;
  destination: string;
  product: string;
  quantity: number;
  /** Highest price + freight, or null for any. */
  maxLandedPrice: number | null;
  certificates: string[];
  needBy: string;
  /** Days of life wanted after `needBy`. */
  minLifeDays: number;
  /** Already promised; kept whatever else happens. It has left `quota` already. */
  promised: number;
  /**
   * The terms row this line is pinned to since its promise; without it, a promise is looked for under a row that serves
   * today, and there may be none. New units need a row that covers the line's place and lists its product.
   */
  term?: string;
  /** What the line has in all, promised and new, is at least this much, or nothing new is sold to it. */
  minimum?: number;
  /** false: all of it or nothing. Default true. */
  partial?: boolean;
}
