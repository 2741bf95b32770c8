import { largestRemainder } from '#kernel/largest-remainder.js';
import type { BaseUnit } from '#kernel/quantity.js';

/** `until` is its last day; absent: no end. */
export interface HeldCertificate {
  readonly kind: string;
  readonly until?: string;
}

export interface Contribution {
  readonly producerId: string;
  readonly declared: number;
  /** Part that no allocation has taken. */
  free: number;
  /** Part that was refused or lapsed, until its producer releases it. */
  held: number;
  /** Part that is kept out while its lot is on hold or its producer suspended. */
  barred: number;
}

/** A lot of surplus that routing has the right to sell: declared = free + … + writtenOff, each ≥ 0. */
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
  readonly floorPrice: number;
  certificates: readonly HeldCertificate[];
  readonly standingConsent: boolean;
  readonly contributionsCount: number;
  readonly contributionsHash: string;
  /** Chunks of contributions received so far, of `chunks`; the lot opens with the last. */
  received: number;
  readonly chunks: number;
  readonly contributions: Contribution[];
  free: number;
  /** Σ held + barred of its contributions. */
  held: number;
  offered: number;
  confirmed: number;
  inTransit: number;
  delivered: number;
  withdrawn: number;
  writtenOff: number;
  /** Parts of what is written off; the rest was lost on its way. */
  expired: number;
  spoiled: number;
  recalled: number;
  /** Held for its quality, until the registry releases it. */
  onHold: boolean;
  /** Its suspended contributors, or its seller: sorted. */
  suspended: string[];
  /** Runs that have judged what of it is unsold. */
  runs: number;
  version: number;
}

/** What has not left the lot yet; it never grows. */
export function inStore(lot: Lot): number {
  return lot.free + lot.held + lot.offered + lot.confirmed;
}

/** Whether nothing of this contributor's part may be promised now. */
export function isBarred(lot: Lot, producerId: string): boolean {
  return lot.onHold || isSuspended(lot, producerId);
}

/** A suspended seller stands for the whole lot. */
export function isSuspended(lot: Lot, producerId: string): boolean {
  return lot.suspended.includes(producerId) || lot.suspended.includes(lot.sellerId);
}

/** Puts every part where the lot's holds want it: free, or barred. */
export function sortOut(lot: Lot): void {
  for (const part of lot.contributions) {
    const [from, to] = isBarred(lot, part.producerId) ? (['free', 'barred'] as const) : (['barred', 'free'] as const);
    const moved = part[from];
    part[from] = 0;
    part[to] += moved;
    lot.free += to === 'free' ? moved : -moved;
    lot.held -= to === 'free' ? moved : -moved;
  }
}

/**
 * Takes goods out of where they lie, from each contributor in proportion to what it has there.
 *
 * @param parts of this lot
 * @returns how much was there of `quantity`, which is gone now
 */
export function takeFrom(
  lot: Lot,
  parts: readonly Contribution[],
  where: 'free' | 'held' | 'barred',
  quantity: number,
): number {
  const there = parts.map((part) => part[where]);
  const taken = Math.min(
    quantity,
    there.reduce((sum, each) => sum + each, 0),
  );
  const each = largestRemainder(taken, taken === 0 ? there.map(() => 0) : there);
  parts.forEach((part, index) => (part[where] -= each[index] ?? 0));
  if (where === 'free') lot.free -= taken;
  else lot.held -= taken;
  return taken;
}
