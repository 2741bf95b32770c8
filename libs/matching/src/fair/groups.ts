import type { Policy } from '../format/market.js';
import type { NormalizedMarket } from '../normalized/normalized-market.js';

const DEFAULT_BUCKET_DAYS = 30;

/** Lots in the order in which they are to be sold: groups of equals, the best group first. */
export interface Groups {
  /** Price tier of each lot inside its product, from 0. */
  tier: Float64Array;
  /** Group of each lot. */
  of: Int32Array;
  /** Lots of each group, in id order. */
  lots: number[][];
}

/**
 * Sorts lots into groups of equals: same price tier, same expiry bucket (docs/decisions/0003-matching-engine.md).
 * Tier = ⌊(price − cheapest) × 100 ÷ (cheapest × percent)⌋ with the cheapest open price of the product; 0 % (or a
 * product that is given away) means exact prices, `freight-only` one tier. Tiers of different products compare by
 * the price at which they begin; buckets count the days of life left today.
 */
export function groupLots(normal: NormalizedMarket, policy: Policy): Groups {
  const count = normal.lots.length;
  const cheapest = new Float64Array(normal.products.texts.length).fill(Infinity);
  normal.lots.forEach((lot, i) => {
    const product = normal.lotProduct[i] ?? 0;
    if (lot.quantity > 0 && lot.price < (cheapest[product] ?? 0)) cheapest[product] = lot.price;
  });
  // A single price that is far too low puts all others billions of tiers above it.
  const tier = new Float64Array(count);
  const begins = new Float64Array(count);
  const bucket = new Int32Array(count);
  const days = policy.expiryBucketDays ?? DEFAULT_BUCKET_DAYS;
  normal.lots.forEach((lot, i) => {
    const left = (normal.lotBest[i] ?? 0) - normal.asOf;
    bucket[i] = days === 0 ? left : Math.floor(left / days);
    if (policy.priceObjective === 'freight-only') return;
    const least = Math.min(cheapest[normal.lotProduct[i] ?? 0] ?? 0, lot.price);
    const width = least * policy.priceTierPercent;
    tier[i] = width === 0 ? 0 : floorDivide((lot.price - least) * 100, width);
    begins[i] = width === 0 ? lot.price * 100 : least * 100 + (tier[i] ?? 0) * width;
  });
  const groups: { begins: number; bucket: number; lots: number[] }[] = [];
  const known = new Map<number, Map<number, (typeof groups)[number]>>();
  for (let i = 0; i < count; i += 1) {
    const [start, life] = [begins[i] ?? 0, bucket[i] ?? 0];
    let buckets = known.get(start);
    if (buckets === undefined) known.set(start, (buckets = new Map<number, (typeof groups)[number]>()));
    let group = buckets.get(life);
    if (group === undefined) {
      buckets.set(life, (group = { begins: start, bucket: life, lots: [] }));
      groups.push(group);
    }
    group.lots.push(i);
  }
  groups.sort((a, b) => a.begins - b.begins || a.bucket - b.bucket);
  const of = new Int32Array(count);
  groups.forEach((group, at) => {
    for (const i of group.lots) of[i] = at;
  });
  const lots = groups.map((group) => group.lots);
  return { tier, of, lots };
}

/** ⌊a ÷ b⌋ for integers ≥ 0, b > 0; the quotient of doubles alone can round up to the next integer. */
function floorDivide(a: number, b: number): number {
  return Number.isSafeInteger(a) && Number.isSafeInteger(b) ? (a - (a % b)) / b : Math.floor(a / b);
}
