import type { HeldCertificate, Line, Lot, Market, Policy, Term } from './format/market.js';

export interface InstanceShape {
  lots: number;
  lines: number;
  /** Partners; each has one terms row per product. */
  partners: number;
  products: number;
  /** Demand and quota in percent of the surplus. */
  demandPercent: number;
  quotaPercent: number;
  policy: Policy;
}

const DAY_MS = 86_400_000;
const TODAY = Date.parse('2026-11-24');
const KINDS = ['P-IRT', 'HALAL', 'SNI', 'ORGANIC'];

/** Pseudo-random integers below a bound (mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/**
 * A market in the shape of a regency's: many small lots of several prices, ages and certificates, partners with
 * quotas, lines that want some of the certificates and some life left. The same seed gives the same market, anywhere.
 */
export function generateMarket(seed: number, shape: InstanceShape): Market {
  const roll = dice(seed);
  const days = new Map<number, string>();
  const day = (offset: number): string => {
    let text = days.get(offset);
    if (text === undefined) days.set(offset, (text = new Date(TODAY + offset * DAY_MS).toISOString().slice(0, 10)));
    return text;
  };
  const products = Array.from({ length: shape.products }, (_, n) => `product-${String(n + 1)}`);
  const lots = Array.from({ length: shape.lots }, (_, n): Lot => ({
    id: `L${pad(n)}`,
    producer: `P${pad(n)}`,
    origin: '33.02',
    product: products[n % products.length] ?? '',
    quantity: 500 + roll(4500),
    price: 14_000 + roll(100) * 50,
    availableFrom: day(roll(4) === 0 ? roll(20) : 0),
    bestBefore: day(60 + roll(670)),
    certificates: held(roll, day),
  }));
  const surplus = lots.reduce((sum, lot) => sum + lot.quantity, 0);
  const rows = shape.partners * shape.products;
  const quota = Math.floor((surplus * shape.quotaPercent) / 100 / rows);
  const terms: Term[] = [];
  for (let partner = 0; partner < shape.partners; partner += 1) {
    const [freight, transitDays] = [1000 + roll(30) * 100, 3 + roll(12)];
    for (const product of products) {
      terms.push({
        id: `T${pad(partner)}-${product}`,
        agreement: `A${pad(partner)}`,
        origin: '33.02',
        destination: String(11 + partner),
        products: [product],
        from: '2026-01-01',
        to: '2028-01-01',
        quota: Math.floor((quota * (50 + roll(101))) / 100),
        freight,
        transitDays,
        certificates: [],
      });
    }
  }
  const wanted = Math.floor((surplus * shape.demandPercent) / 100 / shape.lines);
  const lines = Array.from({ length: shape.lines }, (_, n): Line => ({
    id: `D${pad(n)}`,
    order: `O${pad(n)}`,
    destination: `${String(11 + roll(shape.partners))}.01`,
    product: products[n % products.length] ?? '',
    quantity: Math.max(1, Math.floor((wanted * (25 + roll(151))) / 100)),
    maxLandedPrice: roll(3) === 0 ? null : 18_000 + roll(16) * 500,
    certificates: KINDS.filter((_, kind) => roll(100) < ([55, 30, 8, 4][kind] ?? 0)),
    needBy: day(15 + roll(45)),
    minLifeDays: [30, 60, 120, 180, 270][roll(5)] ?? 60,
    promised: 0,
  }));
  return { asOf: day(0), priceScale: 1000, policy: shape.policy, terms, lots, lines };
}

function held(roll: (below: number) => number, day: (offset: number) => string): HeldCertificate[] {
  return KINDS.filter((_, kind) => roll(100) < ([75, 50, 20, 12][kind] ?? 0)).map((kind) =>
    roll(5) === 0 ? { kind, until: day(10 + roll(12) * 15) } : kind,
  );
}

function pad(n: number): string {
  return String(n).padStart(7, '0');
}
