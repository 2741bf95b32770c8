import type { Line, Lot, Market, Policy, Term } from '#matching/format/market.js';

/** A small generator of pseudo-random integers (mulberry32): the same seed gives the same market everywhere. */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const DAY_MS = 86_400_000;
const TODAY = Date.parse('2026-11-24');

export function day(offset: number): string {
  return new Date(TODAY + offset * DAY_MS).toISOString().slice(0, 10);
}

const KINDS = ['HALAL', 'P-IRT', 'SNI'];

export interface Shape {
  lots: number;
  lines: number;
  terms: number;
  policy?: Partial<Policy>;
  /** Largest quantity. */
  most?: number;
  pools?: boolean;
  balances?: boolean;
  /** Rows of one product each, some of which reserve a share. */
  shares?: boolean;
  /** Price bands on some rows, unless false. */
  bands?: boolean;
}

/** A small market in which everything that can bind does bind now and then. */
export function randomMarket(seed: number, shape: Shape): Market {
  const roll = dice(seed);
  const most = shape.most ?? 12;
  const pick = <T>(from: readonly T[]): T => from[roll(from.length)] as T;
  const some = <T>(from: readonly T[], percent: number): T[] => from.filter(() => roll(100) < percent);
  const products = roll(4) === 0 ? ['sugar', 'chips'] : ['sugar'];
  const places = ['82.71', '82', '13.03', '73', '73.71', '91'];
  const terms = Array.from({ length: 1 + roll(shape.terms) }, (_, n): Term => {
    const row: Term = {
      id: `T${String(n)}`,
      agreement: `A${String(n)}`,
      origin: roll(12) === 0 ? '33.03' : '33',
      destination: pick(places),
      products: roll(3) === 0 ? products : [pick(products)],
      from: day(-10),
      to: roll(10) === 0 ? day(0) : day(100),
      quota: roll(2 * most),
      freight: roll(4) * 5,
      transitDays: roll(4),
      certificates: some(KINDS, 8),
    };
    if (roll(14) === 0) row.suspended = true;
    if (shape.shares === true) {
      row.products = row.products.slice(0, 1);
      row.quota += roll(3 * most);
      if (roll(3) > 0) row.reserved = roll(2 * most);
    }
    return row;
  });
  const lots = Array.from({ length: 1 + roll(shape.lots) }, (_, n): Lot => {
    const lot: Lot = {
      id: `L${String(n)}`,
      producer: `P${String(roll(shape.lots))}`,
      origin: roll(10) === 0 ? pick(['33.03', '331.02']) : '33.02',
      product: pick(products),
      quantity: roll(most + 1),
      price: 100 + roll(6) * 3,
      availableFrom: day(roll(8) - 3),
      bestBefore: day(15 + roll(6) * 12),
      certificates: some(KINDS, 60).map((kind) => (roll(5) === 0 ? { kind, until: day(8 + roll(12)) } : kind)),
    };
    if (shape.pools === true && roll(3) === 0) split(lot, roll);
    return lot;
  });
  const lines = Array.from({ length: 1 + roll(shape.lines) }, (_, n): Line => ({
    id: `D${String(n)}`,
    order: `O${String(n)}`,
    destination: pick(['82.71', '82.71.03', '13.03', '73.71', '731', '91.01', '55']),
    product: pick(products),
    quantity: roll(most + 1),
    maxLandedPrice: roll(3) === 0 ? null : 100 + roll(8) * 4,
    certificates: some(KINDS, 25),
    needBy: day(4 + roll(14)),
    minLifeDays: roll(4) * 10,
    promised: 0,
  }));
  const policy: Policy = {
    priceObjective: 'landed',
    priceTierPercent: 0,
    fairness: 'max-min',
    expiryBucketDays: 30,
    ...shape.policy,
  };
  const market: Market = {
    asOf: day(0),
    priceScale: 1,
    policy,
    terms: shape.bands === false ? terms : terms.map(banded(seed)),
    lots,
    lines,
  };
  if (shape.balances === true) market.balances = Object.fromEntries(lots.map((lot) => [lot.producer, roll(9) - 4]));
  return market;
}

/** Rows with a price band, two in five; dice of its own, so that seeds keep the rest of their market. */
function banded(seed: number): (term: Term) => Term {
  const roll = dice(seed ^ 0x5f3759df);
  return (term) => {
    const minimum = 96 + roll(8) * 3;
    const priceBand = { minimum, maximum: minimum + roll(6) * 3 };
    return roll(5) < 2 ? { ...term, priceBand } : term;
  };
}

function split(lot: Lot, roll: (below: number) => number): void {
  const parts = new Map<string, number>();
  for (let unit = 0; unit < lot.quantity; unit += 1) {
    const producer = `P${String(roll(4))}`;
    parts.set(producer, (parts.get(producer) ?? 0) + 1);
  }
  lot.contributions = [...parts].map(([producer, quantity]) => ({ producer, quantity }));
}

/** Ten fresh units, half of which may go under the cheap row: the rest of what is open to all is too old to sell. */
export function tolled(): Market {
  const row = {
    ...{ agreement: 'A', origin: '33', products: ['sugar'], from: day(-10), to: day(100), quota: 100 },
    ...{ transitDays: 0, certificates: [] },
  };
  const lot = {
    producer: 'P',
    origin: '33.02',
    product: 'sugar',
    price: 1,
    availableFrom: day(0),
    certificates: [],
  };
  const line = {
    ...{ order: 'O', product: 'sugar', quantity: 10, maxLandedPrice: null, certificates: [], needBy: day(10) },
    ...{ minLifeDays: 30, promised: 0 },
  };
  return {
    asOf: day(0),
    priceScale: 1,
    policy: { priceObjective: 'landed', priceTierPercent: 0, fairness: 'none' },
    terms: [
      { ...row, id: 'dear', destination: '73', freight: 10, reserved: 25 },
      { ...row, id: 'cheap', destination: '91', freight: 0 },
    ],
    lots: [
      { ...lot, id: 'fresh', quantity: 10, bestBefore: day(100) },
      { ...lot, id: 'old', quantity: 20, bestBefore: day(12) },
    ],
    lines: [
      { ...line, id: 'far', destination: '73' },
      { ...line, id: 'near', destination: '91' },
    ],
  };
}
