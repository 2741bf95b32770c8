import type { Line, Lot, Market, Term } from '../format/market.js';
import { dayCount } from './dates.js';
import { holdUntil } from './holdings.js';
import { NOTHING_RESERVED, readReservedShares, type ReservedShares } from './reserved-shares.js';
import { readLots, type LotFacts } from './lots.js';
import { Finder, Numbers } from './numbers.js';

/**
 * The market as the verifier reads it, in flat arrays: index i is lot i of the market file, j line j, row a terms row.
 * Nothing here is shared with the solver: a mistake in reading a date or in picking a terms row would otherwise be
 * made twice.
 */
export interface Facts extends LotFacts {
  market: Market;
  today: number;
  lots: readonly Lot[];
  lines: readonly Line[];
  terms: readonly Term[];
  findLot: Finder;
  findLine: Finder;
  findTerm: Finder;
  products: number;
  /** Number of a product, −1 for one that neither lots nor lines know. */
  numberOf(product: string): number;
  lineProduct: Int32Array;
  /** Terms row a line belongs to, −1 for none, and whether it takes new units today. */
  lineTerm: Int32Array;
  lineServed: Uint8Array;
  /** Rows that serve today: in force, and not suspended. */
  rowOpen: Uint8Array;
  /** Rows whose days are now, suspended or not. */
  inForce: Uint8Array;
  /** Whether a row is there for what a line wants, and is one that the line may have. */
  mayServe(row: number, line: number): boolean;
  lineNeed: Int32Array;
  /** What the line and its row want of a lot: earliest best-before, latest readiness, highest price. */
  lineLife: Float64Array;
  lineReady: Float64Array;
  linePrice: Float64Array;
  /** Set of certificates wanted; `until[set][holding]` is the last day on which all of it holds. */
  lineKinds: Int32Array;
  until: Int32Array[];
  /** Whether a row covers an origin, at row × origins + origin. */
  covered: Uint8Array;
  origins: number;
  kept: ReservedShares;
}

export function readFacts(market: Market): Facts {
  const { lots, lines, terms } = market;
  const today = dayCount(market.asOf);
  const [products, origins, sets] = [new Numbers(), new Numbers(), new Numbers()];
  const lotFacts = readLots(lots, today, products, origins);
  const findTerm = new Finder(terms);
  const open = terms.map((term) => isOpen(term, today));
  const lineTerm = linesTerms(market, open, findTerm);
  const rowOf = (j: number): Term | undefined => terms[lineTerm[j] ?? -1];
  const kindSets: string[][] = [];
  const lineKinds = Int32Array.from(lines, (line, j) => {
    const kinds = [...new Set([...line.certificates, ...(rowOf(j)?.certificates ?? [])])].sort();
    const set = sets.of(kinds.join('\n'));
    kindSets[set] ??= kinds;
    return set;
  });
  const places = origins.texts;
  const lineProduct = Int32Array.from(lines, (line) => products.of(line.product));
  const numbers = new Map(products.texts.map((product, number) => [product, number]));
  const facts = {
    market,
    today,
    lots,
    lines,
    terms,
    findLot: new Finder(lots),
    findLine: new Finder(lines),
    findTerm,
    ...lotFacts,
    lineProduct,
    products: products.count,
    numberOf: (product: string) => numbers.get(product) ?? -1,
    lineTerm,
    lineServed: Uint8Array.from(lineTerm, (row, j) => (open[row] === true && mayServe(terms[row], lines[j]) ? 1 : 0)),
    rowOpen: Uint8Array.from(open, (one) => (one ? 1 : 0)),
    inForce: Uint8Array.from(terms, (term) => (isInForce(term, today) ? 1 : 0)),
    mayServe: (row: number, j: number) =>
      mayServe(terms[row], lines[j]) && (lines[j]?.term === undefined || lines[j].term === terms[row]?.id),
    lineNeed: Int32Array.from(lines, (line) => dayCount(line.needBy)),
    lineLife: Float64Array.from(lines, (line) => dayCount(line.needBy) + line.minLifeDays),
    lineReady: Float64Array.from(lines, (line, j) => dayCount(line.needBy) - (rowOf(j)?.transitDays ?? 0)),
    linePrice: Float64Array.from(lines, (line, j) => highestPrice(line, rowOf(j))),
    lineKinds,
    until: kindSets.map((kinds) => Int32Array.from(lotFacts.held, (one) => holdUntil(one, kinds))),
    covered: Uint8Array.from(terms.flatMap((term) => places.map((place) => (liesIn(place, term.origin) ? 1 : 0)))),
    origins: places.length,
    kept: NOTHING_RESERVED,
  };
  return { ...facts, kept: readReservedShares(facts, open) };
}

/** Of goods; −Infinity where the buyer's ceiling leaves less than the least that the row lets a seller be paid. */
export function highestPrice({ maxLandedPrice }: Line, row: Term | undefined): number {
  const forGoods = maxLandedPrice === null ? Infinity : maxLandedPrice - (row?.freight ?? 0);
  const band = row?.priceBand;
  if (band === undefined) return forGoods;
  return forGoods < band.minimum ? -Infinity : Math.min(forGoods, band.maximum);
}

function isOpen(term: Term, today: number): boolean {
  return term.suspended !== true && isInForce(term, today);
}

function isInForce(term: Term, today: number): boolean {
  return dayCount(term.from) <= today && today < dayCount(term.to);
}

/** Whether a row is there for what the line wants: a promise may be pinned to one that is no longer. */
function mayServe(term: Term | undefined, line: Line | undefined): boolean {
  if (term === undefined || line === undefined) return false;
  return liesIn(line.destination, term.destination) && term.products.includes(line.product);
}

/** "82.71" lies in "82" and in "82.71". */
function liesIn(code: string, area: string): boolean {
  return `${code}.`.startsWith(`${area}.`);
}

function linesTerms({ lines, terms }: Market, open: readonly boolean[], findTerm: Finder): Int32Array {
  const picked = new Map<string, Map<string, number>>();
  return Int32Array.from(lines, (line) => {
    if (line.term !== undefined) return findTerm.at(line.term);
    let here = picked.get(line.product);
    if (here === undefined) picked.set(line.product, (here = new Map<string, number>()));
    let row = here.get(line.destination);
    if (row === undefined) here.set(line.destination, (row = pickTerm(terms, open, line)));
    return row;
  });
}

function pickTerm(terms: readonly Term[], open: readonly boolean[], line: Line): number {
  let best = -1;
  terms.forEach((term, at) => {
    if (open[at] !== true || !mayServe(term, line)) return;
    const other = terms[best];
    if (other === undefined) {
      best = at;
    } else if (term.destination.length !== other.destination.length) {
      best = term.destination.length > other.destination.length ? at : best;
    } else if (term.freight !== other.freight) {
      best = term.freight < other.freight ? at : best;
    } else if (term.id < other.id) {
      best = at;
    }
  });
  return best;
}

/** Why this lot may not serve this line; null when it may. Fresh units need a row that is open today. */
export function objection(facts: Facts, i: number, j: number): string | null {
  const row = facts.lineTerm[j] ?? -1;
  if (row < 0) return 'no terms row serves the line';
  if (facts.lotProduct[i] !== facts.lineProduct[j]) return 'another product';
  if ((facts.lotBest[i] ?? 0) < (facts.lineLife[j] ?? 0)) return 'too little life left';
  if ((facts.lotReady[i] ?? 0) > (facts.lineReady[j] ?? 0)) return 'arrives too late';
  if ((facts.lotPrice[i] ?? 0) > (facts.linePrice[j] ?? 0)) return 'above the price ceiling';
  if ((facts.until[facts.lineKinds[j] ?? 0]?.[facts.lotHolding[i] ?? 0] ?? -1) < (facts.lineNeed[j] ?? 0)) {
    return 'a certificate does not hold at arrival';
  }
  if (facts.covered[row * facts.origins + (facts.lotOrigin[i] ?? 0)] !== 1) return 'the row does not cover the origin';
  return null;
}
