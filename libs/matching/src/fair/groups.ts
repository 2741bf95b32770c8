import type { Policy } from '../market.js';
import type { Normal } from '../normal.js';

const DEFAULT_BUCKET_DAYS = 30;

/** Lots in the order in which they are to be sold: groups of equals, the best group first. */
export interface Groups {
  /** Price tier of each lot inside its product, from 0. */
  tier: Int32Array;
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
export function groupLots(normal: Normal, policy: Policy): Groups {
  const count = normal.lots.length;
  const cheapest = new Float64Array(normal.products.texts.length).fill(Infinity);
  normal.lots.forEach((lot, i) => {
    const product = normal.lotProduct[i] ?? 0;
    if (lot.quantity > 0 && lot.price < (cheapest[product] ?? 0)) cheapest[product] = lot.price;
  });
  const tier = new Int32Array(count);
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
  const order = Uint32Array.from({ length: count }, (_, i) => i).sort(
    (a, b) => (begins[a] ?? 0) - (begins[b] ?? 0) || (bucket[a] ?? 0) - (bucket[b] ?? 0) || a - b,
  );
  const of = new Int32Array(count);
  const lots: number[][] = [];
  let before = -1;
  for (const i of order) {
    if (before < 0 || begins[before] !== begins[i] || bucket[before] !== bucket[i]) lots.push([]);
    of[i] = lots.length - 1;
    lots[lots.length - 1]?.push(i);
    before = i;
  }
  return { tier, of, lots };
}

/** ⌊a ÷ b⌋ for integers ≥ 0, b > 0; the quotient of doubles alone can round up to the next integer. */
function floorDivide(a: number, b: number): number {
  return Number.isSafeInteger(a) && Number.isSafeInteger(b) ? (a - (a % b)) / b : Math.floor(a / b);
}
