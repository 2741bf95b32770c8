import type { HeldCertificate as MatchingCertificate, Lot as MatchingLot } from '#matching/format/market.js';
import { dayNumber } from '#matching/format/calendar.js';
import type { Contribution, HeldCertificate, Lot } from '../ledger/lot.js';
import type { MarketState } from '../ledger/market-state.js';
import { PART } from './engine-lines.js';
import type { Law } from './law.js';

/** Stands for "never" where goods do not spoil. */
const NEVER = '9999-12-31';

/** Contributions of one lot that hold the same certificates: one lot of the engine. */
export interface LotGroup {
  /** The engine's name. */
  readonly id: string;
  readonly certificates: MatchingCertificate[];
  readonly parts: readonly Contribution[];
}

/**
 * A lot by what its contributors hold: whoever lost a certificate, or whose own ends sooner, keeps nobody else's goods
 * from being sold. Ends that fall into one of the office's buckets count as the soonest of them, so that a pool of
 * thousands is not thousands of lots.
 */
export function lotGroups(state: MarketState, lot: Lot, law: Law): LotGroup[] {
  const bucket = state.policy.expiryBucketDays;
  const groups = new Map<string, { held: MatchingCertificate[]; readonly parts: Contribution[] }>();
  for (const part of lot.contributions) {
    const own = isApart(lot, part) ? part.certificates : null;
    const held = toMatching(own ?? lot.certificates);
    const key = own === null ? '' : JSON.stringify(held.map((one) => bucketOf(one, bucket)));
    const group = groups.get(key);
    if (group) {
      group.parts.push(part);
      if (key !== '') group.held = soonest(group.held, held);
    } else {
      groups.set(key, { held, parts: [part] });
    }
  }
  let number = 0;
  return [...groups].map(([key, { held, parts }]) => ({
    id: key === '' ? lot.id : `${lot.id}${PART}${String((number += 1))}`,
    certificates: [...held, ...law.metBy(lot, held)],
    parts,
  }));
}

/**
 * Whether a contributor's goods are told apart. In sacks, those that hold more than the rest are not: a sack is filled from
 * several, and what one of them gained alone would leave everybody with sacks that are not full.
 */
function isApart({ sack, certificates }: Lot, part: Contribution): boolean {
  if (part.certificates === null || sack === 1) return part.certificates !== null;
  const own = new Map(part.certificates.map(({ kind, until = NEVER }) => [kind, until]));
  return certificates.some(({ kind, until = NEVER }) => (own.get(kind) ?? '') < until);
}

/** The free goods of a lot as the engine reads them. */
export function engineLots(state: MarketState, lot: Lot, law: Law): MatchingLot[] {
  return lotGroups(state, lot, law).flatMap(({ id, certificates, parts }) => {
    const free = parts.filter((part) => part.free > 0);
    if (free.length === 0) return [];
    return {
      id,
      producer: lot.sellerId,
      origin: state.origin,
      product: lot.commodity,
      quantity: free.reduce((sum, part) => sum + part.free, 0),
      price: lot.floorPrice,
      availableFrom: lot.producedOn,
      bestBefore: lot.bestBefore ?? NEVER,
      certificates,
      contributions: free.map((part) => ({ producer: part.producerId, quantity: part.free })),
    };
  });
}

function toMatching(certificates: readonly HeldCertificate[]): MatchingCertificate[] {
  return certificates.map(({ kind, until }) => (until === undefined ? kind : { kind, until }));
}

/** @param bucket days; what ends within one is taken together: 0 or 1 for exact days */
function bucketOf(held: MatchingCertificate, bucket: number): MatchingCertificate | readonly [string, number] {
  if (typeof held === 'string' || bucket <= 1) return held;
  return [held.kind, Math.floor(dayNumber(held.until) / bucket)];
}

/** Goods that are taken together hold each kind, all of them the same, as long as all of them do. */
function soonest(some: readonly MatchingCertificate[], others: readonly MatchingCertificate[]): MatchingCertificate[] {
  return some.map((one, index) => {
    const other = others[index];
    if (typeof one === 'string' || other === undefined || typeof other === 'string') return one;
    return one.until <= other.until ? one : other;
  });
}
