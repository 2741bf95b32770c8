import type { Facts } from './facts.js';

/** Lots by the order in which the policy wants them sold: equals share a rank, ranks count from 0. */
export function ranksOf(facts: Facts): { rank: Int32Array; count: number } {
  const { lotQuantity, lotPrice, lotProduct } = facts;
  const { expiryBucketDays: span = 30, priceObjective, priceTierPercent: percent } = facts.market.policy;
  const cheapest = new Float64Array(facts.products).fill(Infinity);
  lotPrice.forEach((price, i) => {
    const product = lotProduct[i] ?? 0;
    if ((lotQuantity[i] ?? 0) > 0 && price < (cheapest[product] ?? 0)) cheapest[product] = price;
  });
  const keys = new Map<number, Map<number, number>>();
  const pairs: { begin: number; bucket: number; rank: number }[] = [];
  const rank = Int32Array.from(lotPrice, (price, i) => {
    const life = (facts.lotBest[i] ?? 0) - facts.today;
    const bucket = span === 0 ? life : Math.floor(life / span);
    const begin =
      priceObjective === 'freight-only' ? 0 : tierBegins(price, cheapest[lotProduct[i] ?? 0] ?? price, percent);
    let buckets = keys.get(begin);
    if (buckets === undefined) keys.set(begin, (buckets = new Map<number, number>()));
    let pair = buckets.get(bucket);
    if (pair === undefined) buckets.set(bucket, (pair = pairs.push({ begin, bucket, rank: 0 }) - 1));
    return pair;
  });
  const order = pairs.slice().sort((a, b) => a.begin - b.begin || a.bucket - b.bucket);
  order.forEach((pair, at) => (pair.rank = at));
  return { rank: rank.map((pair) => pairs[pair]?.rank ?? 0), count: pairs.length };
}

/** The tier's beginning, in hundredths of a rupiah. */
function tierBegins(price: number, cheapest: number, percent: number): number {
  const low = Math.min(price, cheapest);
  const step = low * percent;
  if (step === 0) return price * 100;
  const over = (price - low) * 100;
  const tier =
    Number.isSafeInteger(over) && Number.isSafeInteger(step)
      ? (over - (over % step)) / step
      : Number((BigInt(price - low) * 100n) / BigInt(step));
  return low * 100 + tier * step;
}
