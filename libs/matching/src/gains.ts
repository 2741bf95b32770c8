import { bind } from './bind.js';
import type { Line, Lot, Market, Term } from './format/market.js';
import type { MatchingResult, Reason } from './format/result.js';

/** What solving relaxed markets said of a result's gains. */
export interface GainCheck {
  /** Reasons whose relaxation a market file can state. */
  told: number;
  /** Of these, solved anew. */
  tried: number;
  faults: string[];
}

interface Told {
  reason: Reason;
  lot?: string;
  line?: string;
}

/** In larger markets with least quantities a gain is what sells beside the lines that are served (solve/most-in-units.ts). */
const EXACT_RECORDS = 400;
const EXACT_LINES = 20;
const EVER = { from: '0001-01-01', to: '9999-12-31' };

/**
 * Carries out, one by one, what a sample of reasons names, solves each changed market and compares what it sells more with
 * the gain that was told. Left out are reasons that no market file can state: more stock for one line alone, an earlier
 * readiness than today's, partners' shares (a changed market would state other ones), a row over places that have none.
 *
 * Cost: one solve a reason.
 * @param result of `bind`; gains of promise mode are of the moment at which a line was answered
 * @param most reasons to try, spread evenly over all
 */
export function checkGains(market: Market, result: MatchingResult, most: number): GainCheck {
  const told = [
    ...result.unsold.flatMap(({ lot, reasons }) => reasons.map((reason): Told => ({ reason, lot }))),
    ...result.unfilled.flatMap(({ line, reasons }) => reasons.map((reason): Told => ({ reason, line }))),
  ].filter((one) => relaxed(market, one) !== null);
  const step = Math.max(1, told.length / most);
  const faults: string[] = [];
  let tried = 0;
  for (let at = 0; at < told.length && tried < most; at += step) {
    const one = told[Math.floor(at)];
    const other = one && relaxed(market, one);
    if (!one || !other) continue;
    tried += 1;
    const more = Math.max(0, bind(other).totals.quantity - result.totals.quantity);
    if (one.reason.gain === more || (one.reason.gain < more && mayTellLess(market, one))) continue;
    const { code, gain, binding } = one.reason;
    faults.push(
      `${one.lot ?? one.line ?? ''}: ${code} (${binding.join(', ')}) tells a gain of ${String(gain)}; relaxed, the market sells ${String(more)} more`,
    );
  }
  return { told: told.length, tried, faults };
}

/** A partly promised line is told of its open part; large markets with least quantities, of the lines that are served. */
function mayTellLess({ lots, lines }: Market, { line: id }: Told): boolean {
  const isPart = lines.some((line) => line.id === id && line.promised > 0);
  const floors = lines.filter((line) => line.partial === false || (line.minimum ?? 0) > 0).length;
  const isLarge = floors > EXACT_LINES || lots.length + lines.length > EXACT_RECORDS;
  return isPart || (floors > 0 && isLarge);
}

/** The market with one reason's binding relaxed; null where no market file can state it. */
function relaxed(market: Market, { reason, lot, line }: Told): Market | null {
  const { code, binding, relaxBy = 0 } = reason;
  if (market.terms.some(({ reserved = 0 }) => reserved > 0)) return null;
  const terms = (change: (term: Term) => Term): Market => ({
    ...market,
    terms: market.terms.map((term) => (binding.includes(term.id) ? change(term) : term)),
  });
  switch (code) {
    case 'AGREEMENT_NOT_IN_FORCE':
    case 'AGREEMENT_SUSPENDED':
      return terms(({ suspended: _, ...term }) => ({ ...term, ...EVER }));
    case 'QUOTA_EXHAUSTED':
      return binding.length === 1 ? terms((term) => ({ ...term, quota: term.quota + relaxBy })) : null;
    case 'BELOW_MINIMUM_LOT':
      return withLine(market, binding[0], ({ partial: _, minimum: __, ...any }) => any);
    case 'UNIT_INDIVISIBLE': {
      const { [binding[0] ?? '']: _, ...parcels } = market.parcels ?? {};
      return { ...market, parcels };
    }
    case 'NO_DEMAND':
      return withBuyer(market, lot, relaxBy);
    default:
      return lot === undefined
        ? withLine(market, line, (one) => relaxedLine(market, one, reason))
        : withLot(market, lot, (one) => relaxedLot(one, reason));
  }
}

function relaxedLot(lot: Lot, { code, binding, relaxBy = 0 }: Reason): Lot | null {
  switch (code) {
    case 'CERTIFICATE_MISSING':
    case 'CERTIFICATE_EXPIRES_BEFORE_ARRIVAL':
      return { ...lot, certificates: [...lot.certificates, ...binding] };
    case 'SHELF_LIFE_TOO_SHORT':
      return { ...lot, bestBefore: later(lot.bestBefore, relaxBy) };
    case 'PRICE_ABOVE_CEILING':
      return lot.price >= relaxBy ? { ...lot, price: lot.price - relaxBy } : null;
    default:
      return null;
  }
}

function relaxedLine({ terms }: Market, line: Line, { code, binding, relaxBy = 0 }: Reason): Line | null {
  switch (code) {
    case 'CERTIFICATE_MISSING':
    case 'CERTIFICATE_EXPIRES_BEFORE_ARRIVAL':
      // What a row wants of all its lines cannot be waived for one.
      return terms.some(({ certificates }) => certificates.some((kind) => binding.includes(kind)))
        ? null
        : { ...line, certificates: line.certificates.filter((kind) => !binding.includes(kind)) };
    case 'SHELF_LIFE_TOO_SHORT':
      return line.minLifeDays >= relaxBy ? { ...line, minLifeDays: line.minLifeDays - relaxBy } : null;
    case 'PRICE_ABOVE_CEILING':
      return line.maxLandedPrice === null || terms.some(({ priceBand }) => priceBand !== undefined)
        ? null
        : { ...line, maxLandedPrice: line.maxLandedPrice + relaxBy };
    default:
      return null;
  }
}

function withLot(market: Market, id: string, change: (lot: Lot) => Lot | null): Market | null {
  const changed = market.lots.find((lot) => lot.id === id);
  const to = changed && change(changed);
  return to ? { ...market, lots: market.lots.map((lot) => (lot.id === id ? to : lot)) } : null;
}

function withLine(market: Market, id: string | undefined, change: (line: Line) => Line | null): Market | null {
  const changed = market.lines.find((line) => line.id === id);
  const to = changed && change(changed);
  return to ? { ...market, lines: market.lines.map((line) => (line.id === id ? to : line)) } : null;
}

/** Names that nothing of a market has. */
const NEW = '\u0000new';

/** Somebody who buys this lot alone, under a row of its own. */
function withBuyer(market: Market, id: string | undefined, quantity: number): Market | null {
  const lot = market.lots.find((one) => one.id === id);
  if (!lot) return null;
  const marked = withLot(market, lot.id, (one) => ({ ...one, certificates: [...one.certificates, NEW] }));
  const needBy = lot.availableFrom > market.asOf ? lot.availableFrom : market.asOf;
  if (!marked || lot.bestBefore < needBy) return null;
  const row = {
    ...{ id: NEW, agreement: NEW, origin: lot.origin, destination: NEW, products: [lot.product], quota: quantity },
    ...{ ...EVER, freight: 0, transitDays: 0, certificates: [] },
  };
  const line = {
    ...{ id: NEW, order: NEW, destination: NEW, product: lot.product, quantity, maxLandedPrice: null },
    ...{ certificates: [NEW], needBy, minLifeDays: 0, promised: 0 },
  };
  return { ...marked, terms: [...marked.terms, row], lines: [...marked.lines, line] };
}

function later(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
