import { localDateAt } from '#kernel/local-date.js';
import { covers } from '#kernel/region-code.js';
import type {
  Line as MatchingLine,
  Lot as MatchingLot,
  Market,
  Policy,
  Term as MatchingTerm,
} from '#matching/format/market.js';
import type { Agreement } from '../ledger/agreement.js';
import { isInForce, isSuspended } from '../ledger/in-force.js';
import type { Line } from '../ledger/line.js';
import { isWhole, type Lot } from '../ledger/lot.js';
import type { MarketState } from '../ledger/market-state.js';
import { quotaLeft } from '../ledger/quota-cell.js';
import { shareLeft } from '../ledger/reserved-share.js';
import type { Term } from '../ledger/term.js';
import { fairnessBalances } from './fairness-balances.js';
import { sacksOf } from './sacks.js';

/** Stands for "never" on either side of an agreement that has no dates, and for goods that do not spoil. */
const NEVER = '9999-12-31';

/** The market as the engine reads it, at one instant: free stock, terms with what is left of their quota, open lines. */
export function toMatchingMarket(state: MarketState, at: Date): Market {
  const lots = [...state.lots.values()].filter(isOpen);
  const parcels = sacksOf(lots);
  return {
    asOf: localDateAt(at, state.origin),
    // Every commodity has its own rows, so quotes per kilogram and per pair never meet in one comparison.
    priceScale: 1,
    policy: enginePolicy(state.policy),
    balances: fairnessBalances(state),
    terms: offeredRows(state).map((term) => toTerm(state, term, at)),
    ...(Object.keys(parcels).length === 0 ? {} : { parcels }),
    lots: lots.map((lot) => toLot(state, lot)),
    lines: openLines(state).map((line) => toLine(state, line)),
  };
}

/** Without what is the office's business alone. */
function enginePolicy({ cutOff: _, ...policy }: MarketState['policy']): Policy {
  return policy;
}

export function isOpen(lot: Lot): boolean {
  return isWhole(lot) && lot.free > 0;
}

/** Lines with anything left to promise or to bind, in the order in which they arrived. */
export function openLines(state: MarketState): Line[] {
  return [...state.lines.values()]
    .filter((line) => line.status === 'open' && line.allocated < line.wanted)
    .sort((a, b) => a.journal - b.journal || a.position - b.position);
}

/** Every row of the present edition, and rows that an addendum removed while promises are pinned to them. */
function offeredRows(state: MarketState): Term[] {
  const pinned = new Set(openLines(state).map((line) => (line.promised > line.allocated ? line.termId : null)));
  return [...state.terms.values()].filter((term) => !term.removed || pinned.has(term.id));
}

/** Covers nothing: a removed row keeps the promises that are pinned to it, and takes no new one. */
const NOWHERE = '00';

function toTerm(state: MarketState, term: Term, at: Date): MatchingTerm {
  const agreement = state.agreements.get(term.agreementId);
  const [from, to] = routingDates(state, agreement, at);
  const reserved = shareLeft(state, term, at);
  return {
    id: term.id,
    agreement: term.agreementId,
    origin: state.origin,
    destination: term.removed ? NOWHERE : term.destination,
    products: [term.commodity],
    from,
    to,
    quota: term.removed ? 0 : quotaLeft(state, term, at),
    freight: term.freight,
    transitDays: term.transitDays,
    certificates: [...term.certificates],
    ...(term.removed || reserved === 0 ? {} : { reserved }),
    ...priceBand(term),
    ...(agreement && isSuspended(agreement, at) ? { suspended: true } : {}),
  };
}

function priceBand({ minimumPrice, maximumPrice }: Term): Pick<MatchingTerm, 'priceBand'> {
  if (minimumPrice === null || maximumPrice === null) return {};
  return { priceBand: { minimum: minimumPrice, maximum: maximumPrice } };
}

/** The days on which a row serves: none at all unless its agreement is in force now, or suspended while in force. */
function routingDates(state: MarketState, agreement: Agreement | undefined, at: Date): [string, string] {
  // A row may come before its agreement's stage: it covers, and does not serve.
  if (!agreement || !(isInForce(agreement, at) || isSuspended(agreement, at))) return [NEVER, NEVER];
  const { effectiveFrom: from, effectiveTo: to } = agreement;
  return [from === null ? NEVER : localDateAt(from, state.origin), to === null ? NEVER : localDateAt(to, state.origin)];
}

function toLot(state: MarketState, lot: Lot): MatchingLot {
  return {
    id: lot.id,
    producer: lot.sellerId,
    origin: state.origin,
    product: lot.commodity,
    quantity: lot.free,
    price: lot.floorPrice,
    availableFrom: lot.producedOn,
    bestBefore: lot.bestBefore ?? NEVER,
    certificates: lot.certificates.map(({ kind, until }) => (until === undefined ? kind : { kind, until })),
    contributions: lot.contributions
      .filter((part) => part.free > 0)
      .map((part) => ({ producer: part.producerId, quantity: part.free })),
  };
}

/** What is bound already has left lots and line alike; the engine sees the rest. */
export function toLine(state: MarketState, line: Line): MatchingLine {
  const minimum = Math.max(line.minimum, minimumLot(state, line));
  return {
    id: line.id,
    order: line.orderId,
    destination: line.deliverTo,
    product: line.commodity,
    quantity: line.wanted - line.allocated,
    maxLandedPrice: line.maxLandedPrice,
    certificates: [...line.certificates],
    needBy: line.needBy,
    minLifeDays: line.minLifeDays,
    promised: line.promised - line.allocated,
    ...(line.termId !== null && line.promised > 0 ? { term: line.termId } : {}),
    ...(minimum > 0 ? { minimum } : {}),
    ...(line.partial ? {} : { partial: false }),
  };
}

/** The minimum lot of the rows that cover the line most closely, 0 for a line that is promised already. */
function minimumLot(state: MarketState, line: Line): number {
  if (line.promised > 0) return 0;
  const rows = [...state.terms.values()].filter(
    (term) => !term.removed && term.commodity === line.commodity && covers(term.destination, line.deliverTo),
  );
  const closest = Math.max(...rows.map((term) => term.destination.length));
  return Math.max(0, ...rows.filter((term) => term.destination.length === closest).map((term) => term.minimumLot));
}
