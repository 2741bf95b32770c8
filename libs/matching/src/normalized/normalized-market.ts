import { dayNumber } from '../format/calendar.js';
import { HeldNumbers, heldUntil } from '../format/certificate-validity.js';
import type { Line, Lot, Market, PriceBand, Term } from '../format/market.js';
import { byText, Numbering, sortedById } from '../format/order.js';
import { TermsIndex } from './terms-index.js';
import { keptBack, type Kept } from './reserved-shares.js';
import { quotaSack, sackSizes, wholeSacks, type SackOf } from './sacks.js';

/** What one line asks of a lot, once its terms row is known. Days are day numbers, prices rupiah of the goods alone. */
export interface Ask {
  /** Kinds wanted, sorted; the line's and its row's. */
  kinds: string[];
  needBy: number;
  /** The lot's bestBefore must be this day or later. */
  life: number;
  /** The lot must be ready on this day or earlier. */
  ready: number;
  /** Highest price of the goods; Infinity for any, −Infinity for none. */
  price: number;
  /** `price` as it is once the ceiling, less freight, reaches the row's minimum; and the rupiah that it lacks (mostly 0). */
  limit: number;
  short: number;
}

/** A market with ids sorted, dates as numbers and every line pinned. Index i of an array is lot i, line j, term t. */
export interface NormalizedMarket {
  market: Market;
  asOf: number;
  terms: Term[];
  lots: Lot[];
  lines: Line[];
  products: Numbering;
  pins: TermsIndex;
  lotProduct: Int32Array;
  lineProduct: Int32Array;
  lotReady: Int32Array;
  lotBest: Int32Array;
  /** Index into `held`. */
  lotHeld: Int32Array;
  held: Map<string, number>[];
  /** Terms row per line, −1 for none. */
  pin: Int32Array;
  asks: (Ask | null)[];
  /** Units of each lot that whole sacks can hold (all of a loose product), and the sack of each product (1: any quantity). */
  lotUnits: Float64Array;
  sacks: number[];
  /** Quota in whole sacks per terms row. */
  quota: Float64Array;
  kept: Kept;
  /** Per terms row: what is kept back for its lines, and its pool (−1: nothing is kept back of its product). */
  share: Float64Array;
  pool: Int32Array;
  /** Per pool: the product, and the units that rows may take beside their shares. */
  pools: { product: string; open: number }[];
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Sorts and numbers a market. Cost: O(n log n) for n records (less when the ids come sorted).
 * @param kept partner shares of another market, for "what if": they stay as they were, whatever else is changed
 * @param loose products whose lots are not cut to whole sacks, since promises stand that whole sacks cannot serve
 * @throws RangeError when a date is none (readMarket lets no such market through)
 */
export function normalise(market: Market, kept?: Kept, loose: ReadonlySet<string> = NONE): NormalizedMarket {
  const asOf = dayNumber(market.asOf);
  const [terms, lots, lines] = [sortedById(market.terms), sortedLots(market.lots), sortedById(market.lines)];
  const products = new Numbering();
  const pins = new TermsIndex(terms, asOf);
  const days = dayCache();
  const pin = Int32Array.from(lines, (line) => pins.pin(line));
  const asks = lines.map((line, j) => {
    const term = terms[pin[j] ?? -1];
    return term === undefined ? null : askOf(line, term, days(line.needBy));
  });
  const lineProduct = Int32Array.from(lines, (line) => products.of(line.product));
  const lotArrays = readLots(lots, asOf, products, days);
  const sackOf = sackSizes(market);
  const sacks = products.texts.map(sackOf);
  const here = new Set(products.texts);
  // A product that nobody has or wants cuts no quota.
  const sackHere: SackOf = (product) => (here.has(product) ? sackOf(product) : 1);
  const { lotUnits, lotProduct } = lotArrays;
  if (sacks.some((sack) => sack !== 1)) {
    const cutTo = products.texts.map((product, p) => (loose.has(product) ? 1 : (sacks[p] ?? 1)));
    lotUnits.forEach((units, i) => (lotUnits[i] = wholeSacks(units, cutTo[lotProduct[i] ?? 0] ?? 1)));
  }
  const shares = kept ?? keptBack({ terms, lots, lines, lotHeld: lotArrays.lotHeld, held: lotArrays.held, pins, asOf });
  return {
    ...lotArrays,
    ...sharePools(terms, shares, sackOf),
    kept: shares,
    sacks,
    quota: Float64Array.from(terms, (term) => wholeSacks(term.quota, quotaSack(term, sackHere))),
    market,
    asOf,
    terms,
    lots,
    lines,
    products,
    pins,
    lineProduct,
    pin,
    asks,
  };
}

function sharePools(
  terms: readonly Term[],
  kept: Kept,
  sackOf: SackOf,
): Pick<NormalizedMarket, 'share' | 'pool' | 'pools'> {
  const pools = [...kept.open].map(([product, open]) => ({ product, open: wholeSacks(open, sackOf(product)) }));
  const poolOf = new Map(pools.map(({ product }, at) => [product, at]));
  return {
    pools,
    pool: Int32Array.from(terms, ({ products }) => poolOf.get(products[0] ?? '') ?? -1),
    share: Float64Array.from(terms, ({ id, products }) =>
      wholeSacks(kept.ofRow.get(id) ?? 0, sackOf(products[0] ?? '')),
    ),
  };
}

/** By id, contributions by producer: nothing that is settled by their order may depend on the file's. */
function sortedLots(given: readonly Lot[]): Lot[] {
  const lots = sortedById(given);
  lots.forEach((lot, i) => {
    const { contributions } = lot;
    if (
      contributions?.some(({ producer }, at) => at > 0 && producer < (contributions[at - 1]?.producer ?? '')) !== true
    ) {
      return;
    }
    lots[i] = { ...lot, contributions: contributions.slice().sort((a, b) => byText(a.producer, b.producer)) };
  });
  return lots;
}

type LotArrays = Pick<NormalizedMarket, 'lotProduct' | 'lotReady' | 'lotBest' | 'lotHeld' | 'held' | 'lotUnits'>;

/** One look at each lot: they lie all over the memory, and each look waits for it. */
function readLots(lots: readonly Lot[], asOf: number, products: Numbering, days: (date: string) => number): LotArrays {
  const count = lots.length;
  const [lotProduct, lotHeld, lotUnits] = [new Int32Array(count), new Int32Array(count), new Float64Array(count)];
  const [lotReady, lotBest] = [new Int32Array(count), new Int32Array(count)];
  const numbers = new HeldNumbers();
  for (let i = 0; i < count; i += 1) {
    const lot = lots[i];
    if (lot === undefined) continue;
    lotProduct[i] = products.of(lot.product);
    lotReady[i] = Math.max(asOf, days(lot.availableFrom));
    lotBest[i] = days(lot.bestBefore);
    lotHeld[i] = numbers.of(lot.certificates);
    lotUnits[i] = lot.quantity;
  }
  return { lotProduct, lotReady, lotBest, lotHeld, held: numbers.held, lotUnits };
}

/** What a line under a terms row asks of a lot. */
export function askOf(line: Line, term: Term, needBy: number = dayNumber(line.needBy)): Ask {
  const kinds =
    term.certificates.length === 0
      ? line.certificates.slice()
      : [...new Set([...line.certificates, ...term.certificates])];
  const ceiling = line.maxLandedPrice === null ? Infinity : line.maxLandedPrice - term.freight;
  const { minimum, maximum } = term.priceBand ?? ANY_PRICE;
  return {
    kinds: kinds.sort(byText),
    needBy,
    life: needBy + line.minLifeDays,
    ready: needBy - term.transitDays,
    ...priceWithin(Math.min(ceiling, maximum), Math.max(0, minimum - ceiling)),
  };
}

const ANY_PRICE: PriceBand = { minimum: -Infinity, maximum: Infinity };

/** The part of an ask that is about price. */
export function priceWithin(limit: number, short: number): Pick<Ask, 'price' | 'limit' | 'short'> {
  return { price: short > 0 ? -Infinity : limit, limit, short };
}

function dayCache(): (date: string) => number {
  const known = new Map<string, number>();
  return (date) => {
    let day = known.get(date);
    if (day === undefined) known.set(date, (day = dayNumber(date)));
    return day;
  };
}

/** True when lot i meets what line j asks, its terms row being in force or not. */
export function fits(normal: NormalizedMarket, i: number, j: number): boolean {
  const ask = normal.asks[j];
  if (ask === null || ask === undefined || normal.lotProduct[i] !== normal.lineProduct[j]) return false;
  const lot = normal.lots[i];
  const held = normal.held[normal.lotHeld[i] ?? 0];
  if (lot === undefined || held === undefined) return false;
  return (
    (normal.lotBest[i] ?? 0) >= ask.life &&
    (normal.lotReady[i] ?? 0) <= ask.ready &&
    lot.price <= ask.price &&
    heldUntil(held, ask.kinds) >= ask.needBy &&
    normal.pins.originCovered(normal.pin[j] ?? -1, lot.origin)
  );
}

/** The least that a line takes, or nothing; above its quantity it takes nothing at all. */
export function leastOf(line: Line): number {
  return line.partial === false ? line.quantity : (line.minimum ?? 0);
}
