import type { Facts } from './facts.js';

export interface Ranks {
  rank: Int32Array;
  count: number;
  /** Price tier of each lot inside its product, from 0. */
  tier: Float64Array;
}

/** Lots by the order in which the policy wants them sold: equals share a rank, ranks count from 0. */
export function ranksOf(facts: Facts): Ranks {
  const { lotQuantity, lotPrice, lotProduct } = facts;
  const { expiryBucketDays: span = 30, priceObjective, priceTierPercent: percent } = facts.market.policy;
  const cheapest = new Float64Array(facts.products).fill(Infinity);
  lotPrice.forEach((price, i) => {
    const product = lotProduct[i] ?? 0;
    if ((lotQuantity[i] ?? 0) > 0 && price < (cheapest[product] ?? 0)) cheapest[product] = price;
  });
  const keys = new Map<number, Map<number, number>>();
  const pairs: { begin: number; bucket: number; rank: number }[] = [];
  const tier = new Float64Array(lotPrice.length);
  const rank = Int32Array.from(lotPrice, (price, i) => {
    const life = (facts.lotBest[i] ?? 0) - facts.today;
    const bucket = span === 0 ? life : Math.floor(life / span);
    const low = Math.min(price, cheapest[lotProduct[i] ?? 0] ?? price);
    const step = priceObjective === 'freight-only' ? 0 : low * percent;
    if (step > 0) tier[i] = wholeSteps((price - low) * 100, step);
    const exact = step > 0 ? low * 100 + (tier[i] ?? 0) * step : price * 100;
    const begin = priceObjective === 'freight-only' ? 0 : exact;
    let buckets = keys.get(begin);
    if (buckets === undefined) keys.set(begin, (buckets = new Map<number, number>()));
    let pair = buckets.get(bucket);
    if (pair === undefined) buckets.set(bucket, (pair = pairs.push({ begin, bucket, rank: 0 }) - 1));
    return pair;
  });
  const order = pairs.slice().sort((a, b) => a.begin - b.begin || a.bucket - b.bucket);
  order.forEach((pair, at) => (pair.rank = at));
  return { rank: rank.map((pair) => pairs[pair]?.rank ?? 0), count: pairs.length, tier };
}

function wholeSteps(over: number, step: number): number {
  return Number.isSafeInteger(over) && Number.isSafeInteger(step)
    ? (over - (over % step)) / step
    : Number(BigInt(over) / BigInt(step));
}
