import { bind } from '#matching/bind.js';
import type { Market } from '#matching/format/market.js';
import type { MatchingResult } from '#matching/format/result.js';
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
import { inLedgerWords, lineIdOf } from './engine-lines.js';
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
  for (const { id } of market.lots) countRun(context, context.state.lot(id));
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
    if (quantity > promised) raisePromise(context, context.state.line(lineIdOf(id)), term, quantity - promised);
  }
}

function recordUnfilled(context: DecisionContext, plan: PromisePlan, market: Market, result: MatchingResult): void {
  plan.forget();
  const unfilled = new Map(result.unfilled.map(({ line, reasons }) => [line, reasons]));
  for (const id of new Set(market.lines.map((line) => lineIdOf(line.id)))) {
    const line = context.state.line(id);
    setUnfilled(
      context,
      line,
      explained(context, plan, line, inWordsOfRefusals(inLedgerWords(context.state, unfilled.get(id) ?? []))),
    );
  }
}

function lotOutcomes({ state }: DecisionContext, market: Market, result: MatchingResult): LotOutcome[] {
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
      ordinal: state.lot(id).runs,
      surplus: quantity,
      allocated: allocated.get(id) ?? 0,
      unsold: [
        ...inWordsOfRefusals(inLedgerWords(state, unsold.get(id) ?? [])),
        ...(waiting > 0 ? [stateReason('AWAITING_BIND', waiting)] : []),
      ],
    };
  });
}
