import type { Market } from '#matching/format/market.js';
import type { MatchingResult } from '#matching/format/result.js';
import type { DecisionContext } from '../ledger/decision-context.js';
import { setUnfilled } from '../ledger/line.js';
import { countRun } from '../ledger/lot-goods.js';
import type { MarketState } from '../ledger/market-state.js';
import { raisePromise } from '../ledger/promise.js';
import { stateReason } from '../ledger/reason.js';
import { recordRun, type LotOutcome } from '../ledger/run-outcome.js';
import { inWordsOfRefusals } from './asked-before.js';
import { explained } from './backlog.js';
import { allocate } from './allocate.js';
import { inLedgerWords, ledgerIdOf } from './engine-lines.js';
import { carryOverFairness } from './fairness-balances.js';
import type { PromisePlan } from './promise-plan.js';
import { ServingRows } from './serving-rows.js';
import { solveMarket, type Solved } from './solve-market.js';

/** What the engine was told, and what it found. */
type Found = Extract<Solved, { readonly result: MatchingResult }>;

/**
 * A routing run: promises what can be promised of the backlog, then fixes which lots serve every promise, exactly and
 * fairly. A result that its independent verifier refuses is not published; the promises stand.
 */
export function runMarket(context: DecisionContext, plan: PromisePlan, runId: string): void {
  const { state, at, number } = context;
  const solved = solveMarket(state, at);
  const { market } = solved;
  const run = { id: runId, journal: number, at, policy: market.policy, lines: market.lines.length };
  if ('faults' in solved) {
    const nothing = { totals: null, proof: null, lots: [], allocations: 0 };
    recordRun(context, { ...run, outcome: 'failed', faults: solved.faults, ...nothing });
    return;
  }
  const { result } = solved;
  const allocations = bindAll(context, runId, solved);
  const left = allocations === 0 ? solved : (leftOf(state, at) ?? solved);
  recordUnfilled(context, plan, market, left);
  carryOverFairness(context, market, result);
  for (const id of ledgerIds(market.lots)) countRun(context, state.lot(id));
  recordRun(context, {
    ...run,
    outcome: 'published',
    faults: [],
    totals: result.totals,
    proof: { ...result.proof, verified: true },
    lots: lotOutcomes(context, solved, left),
    allocations,
  });
  plan.forget();
}

/** @returns number of new allocations */
function bindAll(context: DecisionContext, runId: string, { market, result }: Found): number {
  const bound = result.allocations.filter((allocation) => allocation.frozen !== true);
  raisePromises(context, market, result);
  for (const matched of bound) allocate(context, runId, matched);
  return bound.length;
}

/**
 * The market once the run has bound what it could: why the rest is left is told of this one, for what is bound is not
 * arranged anew, and whoever acts on a gain acts after the run.
 *
 * @returns undefined where the engine would sell still more of it, or is not believed: goods in sacks and least quantities
 */
function leftOf(state: MarketState, at: Date): Found | undefined {
  const left = solveMarket(state, at);
  if ('faults' in left || left.result.allocations.some(({ frozen }) => frozen !== true)) return undefined;
  return left;
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

function recordUnfilled(context: DecisionContext, plan: PromisePlan, { lines }: Market, { result }: Found): void {
  plan.forget();
  const { state, at } = context;
  const rows = new ServingRows(state, at);
  const unfilled = new Map(result.unfilled.map(({ line, reasons }) => [line, reasons]));
  for (const id of ledgerIds(lines)) {
    const line = state.line(id);
    const told = inWordsOfRefusals(inLedgerWords(state, rows, unfilled.get(id) ?? []));
    setUnfilled(context, line, explained(context, plan, line, told));
  }
}

/** @param left why what is left of each lot is unsold */
function lotOutcomes({ state, at }: DecisionContext, { market, result }: Found, left: Found): LotOutcome[] {
  const outcomes = new Map<string, LotOutcome>();
  const ofPart = partOutcomes(result);
  for (const { id: engineLot, quantity } of market.lots) {
    const id = ledgerIdOf(engineLot);
    const { allocated, frozen } = ofPart(engineLot);
    const before = outcomes.get(id) ?? { lotId: id, ordinal: state.lot(id).runs, surplus: 0, allocated: 0, unsold: [] };
    outcomes.set(id, {
      ...before,
      surplus: before.surplus + quantity,
      allocated: before.allocated + allocated,
      unsold: [...before.unsold, ...(frozen > 0 ? [stateReason('AWAITING_BIND', frozen)] : [])],
    });
  }
  const rows = new ServingRows(state, at);
  for (const { lot, reasons } of left.result.unsold) {
    const id = ledgerIdOf(lot);
    const outcome = outcomes.get(id);
    if (!outcome) throw new Error(`The engine left lot ${id}, which it was not told of.`);
    const told = inWordsOfRefusals(inLedgerWords(state, rows, reasons));
    outcomes.set(id, { ...outcome, unsold: [...outcome.unsold, ...told] });
  }
  return [...outcomes.values()];
}

/** What a run sold of each of the engine's lots. */
function partOutcomes({ allocations }: MatchingResult): (lot: string) => { allocated: number; frozen: number } {
  const [allocated, frozen] = [new Map<string, number>(), new Map<string, number>()];
  for (const { lot, quantity, frozen: isFrozen } of allocations) {
    const side = isFrozen === true ? frozen : allocated;
    side.set(lot, (side.get(lot) ?? 0) + quantity);
  }
  return (lot) => ({ allocated: allocated.get(lot) ?? 0, frozen: frozen.get(lot) ?? 0 });
}

/** Of the engine's lines or lots, each of the ledger's once. */
function ledgerIds(of: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(of.map(({ id }) => ledgerIdOf(id)));
}
