import type { HeldCertificate, Line, Lot, Market, Term } from '../market.js';
import { readParts, type Parts } from './parts.js';

/**
 * The market as the verifier reads it. Nothing here is shared with the solver: a mistake in reading a date or in
 * picking a terms row would otherwise be made twice.
 */
export interface Facts {
  market: Market;
  today: number;
  lots: readonly Lot[];
  lines: readonly Line[];
  terms: readonly Term[];
  lotIndex: Map<string, number>;
  lineIndex: Map<string, number>;
  termIndex: Map<string, number>;
  parts: Parts;
  lotBest: number[];
  lotReady: number[];
  /** Index into `holdings`; lots with the same certificates share one. */
  lotHolding: number[];
  holdings: Map<string, number>[];
  /** Terms row a line belongs to, −1 for none, and whether it takes new units today. */
  lineTerm: number[];
  lineServed: boolean[];
  lineNeed: number[];
}

const FOREVER = Number.MAX_SAFE_INTEGER;

export function readFacts(market: Market): Facts {
  const today = dayCount(market.asOf);
  const memo = new Map<string, number>();
  const day = (date: string): number => {
    let count = memo.get(date);
    if (count === undefined) memo.set(date, (count = dayCount(date)));
    return count;
  };
  const holdings: Map<string, number>[] = [];
  const holdingOf = new Map<string, number>();
  const lotHolding = market.lots.map((lot) => {
    let key = '';
    for (const one of lot.certificates) key += typeof one === 'string' ? `${one}\n` : `${one.kind}\r${one.until}\n`;
    let at = holdingOf.get(key);
    if (at === undefined) {
      holdingOf.set(key, (at = holdings.length));
      holdings.push(readHolding(lot.certificates, day));
    }
    return at;
  });
  const termIndex = indexOf(market.terms);
  const picked = new Map<string, number>();
  const lineTerm = market.lines.map((line) => {
    if (line.term !== undefined) return termIndex.get(line.term) ?? -1;
    const key = `${line.destination}\n${line.product}`;
    let row = picked.get(key);
    if (row === undefined) picked.set(key, (row = pickTerm(market.terms, line, today, day)));
    return row;
  });
  return {
    market,
    today,
    lots: market.lots,
    lines: market.lines,
    terms: market.terms,
    lotIndex: indexOf(market.lots),
    lineIndex: indexOf(market.lines),
    termIndex,
    parts: readParts(market.lots),
    lotBest: market.lots.map((lot) => day(lot.bestBefore)),
    lotReady: market.lots.map((lot) => Math.max(today, day(lot.availableFrom))),
    lotHolding,
    holdings,
    lineTerm,
    lineServed: lineTerm.map((row) => isOpen(market.terms[row], today, day)),
    lineNeed: market.lines.map((line) => day(line.needBy)),
  };
}

/** Days since 1 March of year 0, by arithmetic of the civil calendar alone. */
function dayCount(date: string): number {
  const [y, m, d] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  const year = m <= 2 ? y - 1 : y;
  const month = (m + 9) % 12;
  return (
    365 * year +
    Math.floor(year / 4) -
    Math.floor(year / 100) +
    Math.floor(year / 400) +
    Math.floor((month * 306 + 5) / 10) +
    d -
    1
  );
}

function readHolding(held: readonly HeldCertificate[], day: (date: string) => number): Map<string, number> {
  const until = new Map<string, number>();
  for (const one of held) {
    const [kind, last] = typeof one === 'string' ? [one, FOREVER] : [one.kind, day(one.until)];
    until.set(kind, Math.max(last, until.get(kind) ?? 0));
  }
  return until;
}

export function indexOf(records: readonly { id: string }[]): Map<string, number> {
  return new Map(records.map((record, at) => [record.id, at]));
}

function isOpen(term: Term | undefined, today: number, day: (date: string) => number): boolean {
  return term !== undefined && term.suspended !== true && day(term.from) <= today && today < day(term.to);
}

/** "82.71" lies in "82" and in "82.71". */
export function liesIn(code: string, area: string): boolean {
  return `${code}.`.startsWith(`${area}.`);
}

function pickTerm(terms: readonly Term[], line: Line, today: number, day: (date: string) => number): number {
  let best = -1;
  terms.forEach((term, at) => {
    if (
      !isOpen(term, today, day) ||
      !liesIn(line.destination, term.destination) ||
      !term.products.includes(line.product)
    )
      return;
    const other = terms[best];
    if (other === undefined) best = at;
    else if (term.destination.length !== other.destination.length)
      best = term.destination.length > other.destination.length ? at : best;
    else if (term.freight !== other.freight) best = term.freight < other.freight ? at : best;
    else if (term.id < other.id) best = at;
  });
  return best;
}

/** Why this lot may not serve this line; null when it may. Fresh units need a row that is open today. */
export function objection(facts: Facts, i: number, j: number): string | null {
  const [lot, line, term] = [facts.lots[i], facts.lines[j], facts.terms[facts.lineTerm[j] ?? -1]];
  if (lot === undefined || line === undefined) return 'unknown lot or line';
  if (term === undefined) return 'no terms row serves the line';
  if (lot.product !== line.product) return 'another product';
  if (!liesIn(lot.origin, term.origin)) return 'the row does not cover the origin';
  const need = facts.lineNeed[j] ?? 0;
  const holding = facts.holdings[facts.lotHolding[i] ?? 0];
  for (const kind of [...line.certificates, ...term.certificates]) {
    if ((holding?.get(kind) ?? 0) < need) return `certificate ${kind} does not hold at arrival`;
  }
  if ((facts.lotReady[i] ?? 0) + term.transitDays > need) return 'arrives too late';
  if ((facts.lotBest[i] ?? 0) < need + line.minLifeDays) return 'too little life left';
  if (line.maxLandedPrice !== null && lot.price + term.freight > line.maxLandedPrice) return 'above the price ceiling';
  return null;
}
