import type { Market } from '#matching/format/market.js';
import { day, dice, randomMarket } from './random-market.js';

type Roll = (below: number) => number;

/** What closes one gate, or another, for some of the records. */
const TROUBLES: readonly ((market: Market, roll: Roll) => void)[] = [
  () => undefined,
  // Far partners and late lots.
  ({ terms }, roll) => {
    some(terms, roll, (term) => (term.transitDays += 9));
  },
  ({ lots }, roll) => {
    some(lots, roll, (lot) => (lot.availableFrom = day(5 + roll(9))));
  },
  // Lines that nobody closed though their day is over.
  ({ lines }, roll) => {
    some(lines, roll, (line) => (line.needBy = day(-1 - roll(3))));
  },
  ({ terms }, roll) => {
    some(terms, roll, (term) => (term.suspended = true));
  },
  ({ terms }, roll) => {
    some(terms, roll, (term) => (term.from = day(3)));
  },
  ({ lots, lines }, roll) => {
    for (const lot of lots) lot.certificates = [{ kind: 'SNI', until: day(1 + roll(6)) }, 'HALAL'];
    some(lines, roll, (line) => (line.certificates = ['SNI']));
  },
  ({ lots }, roll) => {
    some(lots, roll, (lot) => (lot.bestBefore = day(6 + roll(9))));
  },
  ({ lines }, roll) => {
    some(lines, roll, (line) => (line.maxLandedPrice = 90 + roll(20)));
  },
  ({ lots }, roll) => {
    some(lots, roll, (lot) => (lot.origin = '331.02'));
  },
  (market, roll) => (market.lots = market.lots.filter(() => roll(4) === 0)),
  ({ lots }, roll) => {
    some(lots, roll, (lot) => (lot.certificates = []));
  },
];

function some<One>(records: readonly One[], roll: Roll, change: (one: One) => unknown): void {
  const share = 1 + roll(3);
  for (const one of records) if (roll(3) < share) change(one);
}

/** Every row keeps something back, less than its quota, which is less than any of its lines wants. */
function withShares(market: Market, roll: Roll): void {
  for (const term of market.terms) {
    term.quota = 2 + roll(24);
    term.reserved = 1 + roll(term.quota - 1);
    term.products = term.products.slice(0, 1);
  }
  for (const line of market.lines) line.quantity += 26;
}

/** Sugar in sacks; some lines want all or nothing, or at least a quantity. */
function inUnits(market: Market, roll: Roll): void {
  if (roll(3) > 0) market.parcels = { sugar: 2 + roll(5) };
  for (const line of market.lines) {
    if (roll(5) === 0) line.partial = false;
    else if (roll(4) === 0) line.minimum = 1 + roll(line.quantity + 1);
  }
}

export type World = 'shares' | 'units' | 'shares and units';

/** A small market in which every reason comes up now and then. */
export function troubled(world: World, seed: number): Market {
  const roll = dice(seed ^ 0x6a09e667);
  const market = randomMarket(seed, { lots: 7, lines: 6, terms: 4, most: 24, bands: seed % 5 === 0 });
  if (world !== 'units') withShares(market, roll);
  if (world !== 'shares') inUnits(market, roll);
  TROUBLES[seed % TROUBLES.length]?.(market, roll);
  return market;
}
