import { bind } from '#matching/bind.js';
import type { Market } from '#matching/format/market.js';
import type { MatchingResult, Reason } from '#matching/format/result.js';
import { verify } from '#matching/verify/verify.js';
import type { DecisionContext } from '../ledger/decision-context.js';
import { setUnfilled } from '../ledger/line.js';
import { countRun } from '../ledger/lot-goods.js';
import { raisePromise } from '../ledger/promise.js';
import { stateReason } from '../ledger/reason.js';
import { recordRun, type LotOutcome } from '../ledger/run-outcome.js';
import { inWordsOfRefusals, sparingRefusers } from './asked-before.js';
import { explained } from './backlog.js';
import { allocate } from './allocate.js';
import { inLedgerWords, ledgerIdOf } from './engine-lines.js';
import { carryOverFairness } from './fairness-balances.js';
import { toMatchingMarket } from './matching-market.js';
import type { PromisePlan } from './promise-plan.js';

/**
 * A routing run: promises what can be promised of the backlog, then fixes which lots serve every promise, exactly and
 * fairly. A result that its independent verifier refuses is not published; the promises stand.
 */
export function runMarket(context: DecisionContext, plan: PromisePlan, runId: string): void {
  const { state, at, number } = context;
  const market = sparingRefusers(state, toMatchingMarket(state, at));
  const run = { id: runId, journal: number, at, policy: market.policy, lines: market.lines.length };
  const solved = solve(market);
  if ('faults' in solved) {
    const nothing = { totals: null, proof: null, lots: [], allocations: 0 };
    recordRun(context, { ...run, outcome: 'failed', faults: solved.faults, ...nothing });
    return;
  }
  const { result } = solved;
  const allocations = publish(context, { plan, runId }, market, result);
  recordRun(context, {
    ...run,
    outcome: 'published',
    faults: [],
    totals: result.totals,
    proof: { ...result.proof, verified: true },
    lots: lotOutcomes(context, market, result),
    allocations,
  });
  plan.forget();
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

/** @returns number of new allocations */
function publish(
  context: DecisionContext,
  { plan, runId }: { readonly plan: PromisePlan; readonly runId: string },
  market: Market,
  result: MatchingResult,
): number {
  const bound = result.allocations.filter((allocation) => allocation.frozen !== true);
  raisePromises(context, market, result);
  for (const matched of bound) allocate(context, runId, matched);
  recordUnfilled(context, plan, market, result);
  carryOverFairness(context, market, result);
  for (const id of ledgerIds(market.lots)) countRun(context, context.state.lot(id));
  return bound.length;
}

/** New sales of the run are promises first, so that quota and reasons are kept in one way. */
function raisePromises(context: DecisionContext, market: Market, result: MatchingResult): void {
  const sold = new Map<string, { quantity: number; term: string }>();
  for (const { line, term, quantity } of result.allocations) {
    sold.set(line, { term, quantity: (sold.get(line)?.quantity ?? 0) + quantity });
  }
  for (const { id, promised } of market.lines) {
    const { quantity = 0, term = null } = sold.get(id) ?? {};
    if (quantity > promised) raisePromise(context, context.state.line(ledgerIdOf(id)), term, quantity - promised);
  }
}

function recordUnfilled(context: DecisionContext, plan: PromisePlan, market: Market, result: MatchingResult): void {
  plan.forget();
  const unfilled = new Map(result.unfilled.map(({ line, reasons }) => [line, reasons]));
  for (const id of ledgerIds(market.lines)) {
    const line = context.state.line(id);
    setUnfilled(
      context,
      line,
      explained(context, plan, line, inWordsOfRefusals(inLedgerWords(context.state, unfilled.get(id) ?? []))),
    );
  }
}

function lotOutcomes({ state }: DecisionContext, market: Market, result: MatchingResult): LotOutcome[] {
  const outcomes = new Map<string, LotOutcome>();
  const ofPart = partOutcomes(result);
  for (const { id: engineLot, quantity } of market.lots) {
    const id = ledgerIdOf(engineLot);
    const { allocated, frozen, unsold } = ofPart(engineLot);
    const before = outcomes.get(id) ?? { lotId: id, ordinal: state.lot(id).runs, surplus: 0, allocated: 0, unsold: [] };
    const told = inWordsOfRefusals(inLedgerWords(state, unsold));
    outcomes.set(id, {
      ...before,
      surplus: before.surplus + quantity,
      allocated: before.allocated + allocated,
      unsold: [...before.unsold, ...told, ...(frozen > 0 ? [stateReason('AWAITING_BIND', frozen)] : [])],
    });
  }
  return [...outcomes.values()];
}

/** What a run left of each of the engine's lots. */
function partOutcomes({
  allocations,
  unsold,
}: MatchingResult): (lot: string) => { allocated: number; frozen: number; unsold: readonly Reason[] } {
  const [allocated, frozen] = [new Map<string, number>(), new Map<string, number>()];
  for (const { lot, quantity, frozen: isFrozen } of allocations) {
    const side = isFrozen === true ? frozen : allocated;
    side.set(lot, (side.get(lot) ?? 0) + quantity);
  }
  const reasons = new Map(unsold.map(({ lot, reasons: own }) => [lot, own]));
  return (lot) => ({
    allocated: allocated.get(lot) ?? 0,
    frozen: frozen.get(lot) ?? 0,
    unsold: reasons.get(lot) ?? [],
  });
}

/** Of the engine's lines or lots, each of the ledger's once. */
function ledgerIds(of: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(of.map(({ id }) => ledgerIdOf(id)));
}
