import { shared } from '#kernel/shared.js';
import { deterministicUuid } from '#kernel/uuid.js';
import { bind } from '#matching/bind.js';
import type { Market } from '#matching/market.js';
import type { Allocation as MatchedAllocation, MatchingResult } from '#matching/result.js';
import { verify } from '#matching/verify/verify.js';
import type { Book } from './book.js';
import type { Decision } from './changes.js';
import { dropDue, scheduleConfirmBy } from './dues.js';
import { toMatchingMarket } from './matching-market.js';
import { raisePromise, touchOrder } from './promising.js';
import { stateReason } from './releasing.js';
import type { LotOutcome } from './run-outcome.js';
import type { Allocation, Line, Lot } from './state.js';
import { tell } from './told.js';
import { carryTurns } from './turns.js';

/** Name of the algorithm in the record of a run; a change of its results changes it. */
export const ENGINE_VERSION = 'serap-matching-1';

/**
 * A routing run: promises what can be promised of the backlog, then fixes which lots serve every promise, exactly and
 * fairly. A result that its independent verifier refuses is not published; the promises stand.
 */
export function bindMarket(decision: Decision, book: Book, runId: string): void {
  const { state, changes, at, number } = decision;
  const market = toMatchingMarket(state, at);
  const base = { id: runId, journal: number, at, policy: market.policy, lines: market.lines.length };
  const solved = solve(market);
  if ('faults' in solved) {
    changes.runs.push({
      ...base,
      outcome: 'failed',
      faults: solved.faults,
      totals: null,
      proof: null,
      lots: [],
      allocations: 0,
    });
    return;
  }
  const { result } = solved;
  const bound = result.allocations.filter((allocation) => allocation.frozen !== true);
  raisePromises(decision, result);
  for (const matched of bound) allocate(decision, runId, matched);
  recordUnfilled(decision, result, market);
  for (const key of carryTurns(state, market, result)) changes.turns.add(key);
  for (const { id } of market.lots) {
    const lot = state.lots.get(id);
    if (lot) lot.runs += 1;
    changes.lots.add(id);
  }
  changes.runs.push({
    ...base,
    outcome: 'published',
    faults: [],
    totals: result.totals,
    proof: { ...result.proof, verified: true },
    lots: lotOutcomes(decision, market, result),
    allocations: bound.length,
  });
  book.forget();
}

function solve(market: Market): { result: MatchingResult } | { faults: readonly string[] } {
  try {
    const result = bind(market);
    const { verified, faults } = verify(market, result);
    return verified ? { result } : { faults };
  } catch (error) {
    // The same input would fail again: the run is recorded as failed, and the market goes on.
    return { faults: [error instanceof Error ? error.message : String(error)] };
  }
}

/** New sales of the run are promises first, so that quota and reasons are kept in one way. */
function raisePromises(decision: Decision, result: MatchingResult): void {
  const sold = new Map<string, { quantity: number; term: string }>();
  for (const { line, term, quantity } of result.allocations) {
    sold.set(line, { term, quantity: (sold.get(line)?.quantity ?? 0) + quantity });
  }
  for (const [lineId, { quantity, term }] of sold) {
    const line = lineOf(decision, lineId);
    const more = line.allocated + quantity - line.promised;
    if (more > 0) raisePromise(decision, line, term, more);
  }
}

function allocate(decision: Decision, runId: string, matched: MatchedAllocation): void {
  const { state, changes } = decision;
  const line = lineOf(decision, matched.line);
  const lot = state.lots.get(matched.lot);
  const term = state.terms.get(matched.term);
  if (!lot || !term) throw new Error(`The engine named lot ${matched.lot} or row ${matched.term}, which is not here.`);
  // Standing consent confirms at once; else the seller is asked.
  const status = lot.standingConsent ? 'confirmed' : 'offered';
  const shares = matched.shares ?? [{ producer: lot.sellerId, quantity: matched.quantity }];
  const allocation: Allocation = {
    id: deterministicUuid('allocation', runId, line.id, lot.id),
    runId,
    lineId: line.id,
    orderId: line.orderId,
    lotId: lot.id,
    termId: term.id,
    partner: line.partner,
    quantity: matched.quantity,
    // The agreement's price, else the floor: never less than either.
    unitPrice: Math.max(lot.floorPrice, term.minimumPrice ?? 0),
    freight: term.freight,
    status,
    accepted: 0,
    damaged: 0,
    missing: 0,
    version: 0,
    why: matched.why,
    shares: shares.map(({ producer, quantity }) => ({ producerId: producer, quantity })),
  };
  lot.free -= matched.quantity;
  lot[status] += matched.quantity;
  takeShares(lot, allocation);
  line.allocated += matched.quantity;
  if (line.allocated === line.promised) dropDue(state, changes, 'bind-by', line.id);
  state.allocations.set(allocation.id, allocation);
  if (status === 'offered') scheduleConfirmBy(decision, allocation);
  changes.allocations.set(allocation.id, allocation);
  changes.lots.add(lot.id);
  changes.contributions.add(lot.id);
  changes.lines.add(line.id);
  touchOrder(decision, line.orderId);
}

function takeShares(lot: Lot, { id, shares }: Allocation): void {
  const parts = new Map(lot.contributions.map((part) => [part.producerId, part]));
  for (const share of shares) {
    const part = parts.get(share.producerId);
    if (!part || part.free < share.quantity)
      throw new Error(`Allocation ${id} takes more than ${share.producerId} gave.`);
    part.free -= share.quantity;
  }
}

function recordUnfilled(decision: Decision, result: MatchingResult, market: Market): void {
  const unfilled = new Map(result.unfilled.map(({ line, reasons }) => [line, reasons]));
  for (const { id } of market.lines) {
    const line = lineOf(decision, id);
    const reasons = tell(line, unfilled.get(id) ?? []);
    if (JSON.stringify(reasons) === JSON.stringify(line.unfilled)) continue;
    line.unfilled = shared(reasons);
    decision.changes.lines.add(id);
  }
}

function lotOutcomes({ state }: Decision, market: Market, result: MatchingResult): LotOutcome[] {
  const allocated = new Map<string, number>();
  const frozen = new Map<string, number>();
  for (const { lot, quantity, frozen: isFrozen } of result.allocations) {
    const side = isFrozen === true ? frozen : allocated;
    side.set(lot, (side.get(lot) ?? 0) + quantity);
  }
  const unsold = new Map(result.unsold.map(({ lot, reasons }) => [lot, reasons]));
  return market.lots.map(({ id, quantity }) => {
    const waiting = frozen.get(id) ?? 0;
    return {
      lotId: id,
      ordinal: state.lots.get(id)?.runs ?? 0,
      surplus: quantity,
      allocated: allocated.get(id) ?? 0,
      unsold: [...(unsold.get(id) ?? []), ...(waiting > 0 ? [stateReason('AWAITING_BIND', waiting)] : [])],
    };
  });
}

function lineOf({ state }: Decision, id: string): Line {
  const line = state.lines.get(id);
  if (!line) throw new Error(`The engine named line ${id}, which is not in this market.`);
  return line;
}
