import { allocations, type Placement } from './solve/allocate.js';
import { cutsASack, hasUnits, plainMarket, solveInUnits } from './solve/minimums.js';
import { Exchange } from './net/exchange.js';
import { findSides } from './why/min-cut-sides.js';
import { mergeOutcomes, splitMarket } from './solve/components.js';
import { PromisesNotServable, RunLimitReached } from './format/faults.js';
import type { Market } from './format/market.js';
import { normalise, type NormalizedMarket } from './normalized/normalized-market.js';
import { sharesUnequalSacks } from './normalized/sacks.js';
import type { MatchingResult, Totals, Unproved } from './format/result.js';
import { solve, type Solution } from './solve/solve.js';
import { explainContext } from './why/context.js';
import { counterfactuals, withoutPromises } from './why/counterfactual.js';
import { namedCuts } from './why/cuts.js';
import { isSearchedAgain, mostInUnits } from './solve/most-in-units.js';
import { leastGains, rerunGains } from './why/rerun.js';
import { explainUnfilled } from './why/unfilled.js';
import { explainUnsold } from './why/unsold.js';

export { PromisesNotServable } from './format/faults.js';

export interface BindOptions {
  /** Milliseconds for `timings`; without it they are 0 and the result is the same in every byte. */
  now?: () => number;
  /** With `now`: a run that takes longer is given up with RunLimitReached. */
  limitMs?: number;
}

/**
 * The exact optimum of a market, with reasons and proof.
 *
 * Objectives in order: most quantity (promises kept); least cost in whole price tiers; soonest expiry in buckets;
 * fairness among the producers of a tier and bucket; least freight. Same market, same result.
 *
 * @param market as `readMarket` returns it
 * @returns allocations, reasons that sum up per line and lot, minimum cuts; `proof.verified` is left false
 * @throws RunLimitReached after `limitMs`
 * @throws PromisesNotServable when the promised quantities cannot all be served at once
 * Source: docs/decisions/0003-matching-engine.md
 */
export function bind(market: Market, options: BindOptions = {}): MatchingResult {
  return mergeOutcomes(
    market,
    splitMarket(market).map((part) => tryToBind(part, options)),
  );
}

/** Binds one part of a market as `splitMarket` gives it; a refusal is returned, so that all parts are heard. */
export function tryToBind(part: Market, options: BindOptions = {}): MatchingResult | PromisesNotServable {
  try {
    return bindPart(part, options);
  } catch (error) {
    if (error instanceof PromisesNotServable) return error;
    throw error;
  }
}

function bindPart(market: Market, options: BindOptions): MatchingResult {
  const now = options.now ?? ((): number => 0);
  const began = now();
  const limitMs = options.limitMs ?? Infinity;
  const pause = (): void => {
    if (now() - began > limitMs) throw new RunLimitReached(limitMs);
  };
  const { normal, solution, placed, choice, normaliseMs, fairMs } = solveInUnits(market, pause, now);
  const solved = now();
  const got = new Float64Array(normal.lines.length);
  for (const { line, units } of placed) got[line] = (got[line] ?? 0) + units;
  // Sacks and least quantities make the problem harder than a flow: the bound is the flow without them.
  const bound = hasUnits(normal) ? solve(normalise(plainMarket(market))) : solution;
  const lost = bound.quantity - solution.quantity;
  const most = mostInUnits(normal, choice, pause);
  const context = explainContext(solution, counterfactuals(normal, solution.quantity, most), most, pause);
  const sides = bound === solution ? context.sides : findSides(bound, new Exchange(bound.flow));
  const unfilled = explainUnfilled(context, got, lost);
  const unsold = explainUnsold(context, lost);
  const { unproved } = unprovedOf(market, normal, placed, lost);
  const leftOut = context.leftOut.least;
  if (hasUnits(normal) && isSearchedAgain(normal, choice) && unproved?.includes('price') !== true) {
    rerunGains(normal, solution.quantity, most, { unfilled, unsold, leftOut });
  } else if (leftOut.size > 0) {
    leastGains(normal, { unfilled, leftOut });
  }
  return {
    totals: totalsOf(solution, placed, got),
    allocations: allocations(solution, placed),
    unfilled,
    unsold,
    proof: {
      upperBound: bound.quantity,
      gap: lost,
      ...namedCuts(bound, sides),
      withoutPromises: withoutPromises(normal) ?? bound.quantity,
      ...(unproved && { unproved }),
      verified: false,
    },
    timings: {
      normaliseMs,
      solveMs: solved - began - normaliseMs - fairMs,
      fairMs,
      explainMs: now() - solved,
      verifyMs: 0,
    },
  };
}

/** As the verifier finds it out by itself (verify/room.ts). */
function unprovedOf(
  market: Market,
  normal: NormalizedMarket,
  placed: readonly Placement[],
  lost: number,
): { unproved?: Unproved[] } {
  const irregular = sharesUnequalSacks(market) || cutsASack(normal, placed);
  const unfair = normal.market.policy.fairness !== 'none' && normal.sacks.some((sack) => sack !== 1);
  const unproved: Unproved[] = [
    ...(lost > 0 ? (['quantity'] as const) : []),
    ...(irregular ? (['price', 'expiry', 'freight'] as const) : []),
    ...(unfair ? (['fairness'] as const) : []),
  ];
  return unproved.length === 0 ? {} : { unproved };
}

function totalsOf({ normal, stakes, sold }: Solution, placed: readonly Placement[], got: Float64Array): Totals {
  let [goods, freight, quantity] = [0n, 0n, 0];
  const ofLot = new Float64Array(normal.lots.length);
  const ofRow = new Float64Array(normal.terms.length);
  for (const { lot, line, units } of placed) {
    const row = normal.pin[line] ?? -1;
    ofLot[lot] = (ofLot[lot] ?? 0) + units;
    ofRow[row] = (ofRow[row] ?? 0) + units;
    quantity += units;
  }
  // A thousand lots of one price are one product of large numbers.
  const ofPrice = new Map<number, number>();
  ofLot.forEach((units, i) => {
    const price = normal.lots[i]?.price ?? 0;
    if (units > 0) ofPrice.set(price, (ofPrice.get(price) ?? 0) + units);
  });
  for (const [price, units] of ofPrice) goods += BigInt(units) * BigInt(price);
  ofRow.forEach((units, row) => (freight += BigInt(units) * BigInt(normal.terms[row]?.freight ?? 0)));
  const selling = new Set<string>();
  for (let atom = 0; atom < stakes.atoms; atom += 1) {
    if ((sold.ofAtom[atom] ?? 0) > 0) selling.add(stakes.holderName[stakes.atomHolder[atom] ?? 0] ?? '');
  }
  let [linesFull, linesPart] = [0, 0];
  normal.lines.forEach((line, j) => {
    if ((got[j] ?? 0) > 0 && got[j] === line.quantity) linesFull += 1;
    else if ((got[j] ?? 0) > 0) linesPart += 1;
  });
  return {
    quantity,
    goodsCost: exact(goods),
    freightCost: exact(freight),
    linesFull,
    linesPart,
    producersSelling: selling.size,
  };
}

function exact(sum: bigint): number | string {
  return sum <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(sum) : sum.toString();
}
