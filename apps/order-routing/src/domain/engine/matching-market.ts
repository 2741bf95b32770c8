import { localDateAt } from '#kernel/local-date.js';
import type { Market, Policy, Term as MatchingTerm } from '#matching/format/market.js';
import type { Agreement } from '../ledger/agreement.js';
import { isInForce, isSuspended } from '../ledger/in-force.js';
import type { Line } from '../ledger/line.js';
import { isWhole, type Lot } from '../ledger/lot.js';
import type { MarketState } from '../ledger/market-state.js';
import { quotaLeft } from '../ledger/quota-cell.js';
import { wayOfRow } from '../ledger/row-way.js';
import { shareLeft } from '../ledger/reserved-share.js';
import type { Term } from '../ledger/term.js';
import { engineLines, engineTermId } from './engine-lines.js';
import { Law } from './law.js';
import { engineLots } from './engine-lots.js';
import { fairnessBalances } from './fairness-balances.js';
import { sacksOf } from './sacks.js';
import { ServingRows } from './serving-rows.js';

/** Stands for "never" on either side of an agreement that has no dates. */
const NEVER = '9999-12-31';

/** The market as the engine reads it, at one instant: free stock, terms with what is left of their quota, open lines. */
export function toMatchingMarket(state: MarketState, at: Date): Market {
  const lots = [...state.lots.values()].filter(isOpen);
  const parcels = sacksOf(lots);
  const law = new Law(state, at);
  const reading = { law, rows: new ServingRows(state, at) };
  return {
    asOf: localDateAt(at, state.origin),
    // Every commodity has its own rows, so quotes per kilogram and per pair never meet in one comparison.
    priceScale: 1,
    policy: enginePolicy(state.policy),
    balances: fairnessBalances(state),
    terms: [
      ...[...state.terms.values()].filter(({ removed }) => !removed).map((term) => toTerm(state, term, at)),
      ...keptEditions(state).map((term) => closed(state, toTerm(state, term, at), term)),
    ],
    ...(Object.keys(parcels).length === 0 ? {} : { parcels }),
    lots: lots.flatMap((lot) => engineLots(state, lot, law)),
    lines: openLines(state).flatMap((line) => engineLines(state, line, reading)),
  };
}

/** What the engine binds by, named one by one: the rest is the office's business alone, and no run shows it. */
function enginePolicy(policy: MarketState['policy']): Policy {
  const { priceObjective, priceTierPercent, fairness, expiryBucketDays } = policy;
  return { priceObjective, priceTierPercent, fairness, expiryBucketDays };
}

export function isOpen(lot: Lot): boolean {
  return isWhole(lot) && lot.free > 0;
}

/** Lines with anything left to promise or to bind, in the order in which they arrived. */
export function openLines(state: MarketState): Line[] {
  return [...state.lines.values()]
    .filter((line) => line.status === 'open' && line.allocated < line.wanted - line.waived)
    .sort((a, b) => a.journal - b.journal || a.position - b.position);
}

/** Editions, removed or of the past, that something is promised under and not yet bound. */
export function keptEditions(state: MarketState): Term[] {
  const kept = new Map<string, Term>();
  for (const line of openLines(state)) {
    for (const take of line.takes) {
      if (take.allocated === take.quantity) continue;
      const term = state.termUnder(take);
      if (term.removed || state.terms.get(term.id) !== term) kept.set(engineTermId(state, take), term);
    }
  }
  return [...kept.values()];
}

/** Covers nothing: such an edition keeps what is promised under it, and takes no new promise. */
const NOWHERE = '00';

function closed(state: MarketState, row: MatchingTerm, { id: termId, edition }: Term): MatchingTerm {
  const { reserved: _, ...rest } = row;
  return { ...rest, id: engineTermId(state, { termId, edition }), destination: NOWHERE, quota: 0 };
}

export function toTerm(state: MarketState, term: Term, at: Date): MatchingTerm {
  const agreement = state.agreements.get(term.agreementId);
  const [from, to] = routingDates(state, agreement, at);
  const reserved = shareLeft(state, term, at);
  return {
    id: term.id,
    agreement: term.agreementId,
    origin: state.origin,
    destination: wayOfRow(state, term),
    products: [term.commodity],
    from,
    to,
    quota: quotaLeft(state, term, at),
    freight: term.freight,
    transitDays: term.transitDays,
    certificates: [...term.certificates],
    ...(reserved === 0 ? {} : { reserved }),
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
