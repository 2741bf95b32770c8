import type { LegalFacts } from '#kernel/certificate-rules.js';
import type { BaseUnit } from '#kernel/units.js';

/** `until` is its last day; absent: no end. */
export interface HeldCertificate {
  readonly kind: string;
  readonly until?: string;
}

/** What one producer gave to a lot, in base units; what no allocation has taken lies on one of three shelves. */
export interface Contribution {
  readonly producerId: string;
  readonly declared: number;
  /** What its goods hold by themselves; null: what the lot holds. */
  readonly certificates: readonly HeldCertificate[] | null;
  readonly free: number;
  /** Refused or lapsed, until its producer releases it. */
  readonly held: number;
  /** Kept out while its lot is on hold or its producer suspended. */
  readonly barred: number;
}

/**
 * A lot of surplus that routing has the right to sell, in base units: declared = free + held + offered + confirmed +
 * inTransit + delivered + withdrawn + writtenOff, each ≥ 0. Only lot-goods.ts changes one, and lot-merge.ts whose it is.
 */
export interface Lot {
  readonly id: string;
  readonly sellerId: string;
  readonly pooled: boolean;
  readonly product: string;
  readonly commodity: string;
  readonly unit: BaseUnit;
  /** Base units that it is sold in multiples of; 1: in any quantity. */
  readonly sack: number;
  readonly declared: number;
  readonly producedOn: string;
  /** Last day of life, at the origin; null: does not spoil. */
  readonly bestBefore: string | null;
  /** Rupiah a trade unit. */
  readonly floorPrice: number;
  readonly certificates: readonly HeldCertificate[];
  /** What the law wants to know of it; null: declared by a release that did not say. */
  readonly law: LegalFacts | null;
  readonly standingConsent: boolean;
  readonly contributionsCount: number;
  readonly contributionsHash: string;
  /** Chunks of contributions received so far, of `chunks`; the lot opens with the last. */
  readonly received: number;
  readonly chunks: number;
  readonly contributions: readonly Contribution[];
  readonly free: number;
  /** Σ held + barred of its contributions. */
  readonly held: number;
  readonly offered: number;
  readonly confirmed: number;
  readonly inTransit: number;
  readonly delivered: number;
  readonly withdrawn: number;
  readonly writtenOff: number;
  /** Parts of what is written off; the rest was lost on its way. */
  readonly expired: number;
  readonly spoiled: number;
  readonly recalled: number;
  /** Held for its quality, until the registry releases it. */
  readonly onHold: boolean;
  /** Its suspended contributors, or its seller: sorted. */
  readonly suspended: readonly string[];
  /** Runs that have judged what of it is unsold. */
  readonly runs: number;
  readonly version: number;
}

/** What a declaration says of a lot before its contributions come. */
export type DeclaredLot = Pick<
  Lot,
  | ('id' | 'sellerId' | 'pooled' | 'product' | 'commodity' | 'unit' | 'sack' | 'declared' | 'producedOn')
  | (
      | 'bestBefore'
      | 'floorPrice'
      | 'certificates'
      | 'law'
      | 'standingConsent'
      | 'contributionsCount'
      | 'contributionsHash'
    )
  | 'chunks'
>;

/** Some contributions of a lot, as they are declared. */
export interface LotChunk {
  /** 1 … chunks. */
  readonly number: number;
  /** Whose part is held from the start. */
  readonly heldFor: readonly string[];
  readonly contributions: readonly Pick<Contribution, 'producerId' | 'declared' | 'certificates'>[];
}

/** Whether anything of it has not left yet; once nothing is, the lot no longer changes. */
export function isOnHand(lot: Lot): boolean {
  return lot.free + lot.held + lot.offered + lot.confirmed > 0;
}

/** Whether all of it was declared, and may be sold. */
export function isWhole(lot: Lot): boolean {
  return lot.received === lot.chunks;
}

/** Whether this contributor's part is kept out of sale; a suspended seller stands for the whole lot. */
export function isProducerSuspended(lot: Lot, producerId: string): boolean {
  return lot.suspended.includes(producerId) || lot.suspended.includes(lot.sellerId);
}

/** A lot of which nothing has come yet. Named one by one: a spread object gets a hidden class of its own, a kilobyte each. */
export function newLot(declared: DeclaredLot): Lot {
  return {
    id: declared.id,
    sellerId: declared.sellerId,
    pooled: declared.pooled,
    product: declared.product,
    commodity: declared.commodity,
    unit: declared.unit,
    sack: declared.sack,
    declared: declared.declared,
    producedOn: declared.producedOn,
    bestBefore: declared.bestBefore,
    floorPrice: declared.floorPrice,
    certificates: declared.certificates,
    law: declared.law,
    standingConsent: declared.standingConsent,
    contributionsCount: declared.contributionsCount,
    contributionsHash: declared.contributionsHash,
    received: 0,
    chunks: declared.chunks,
    contributions: [],
    free: 0,
    held: 0,
    offered: 0,
    confirmed: 0,
    inTransit: 0,
    delivered: 0,
    withdrawn: 0,
    writtenOff: 0,
    expired: 0,
    spoiled: 0,
    recalled: 0,
    onHold: false,
    suspended: [],
    runs: 0,
    version: 0,
  };
}
