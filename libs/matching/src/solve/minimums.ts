import { placements, type Placement } from './allocate.js';
import type { Market } from '../format/market.js';
import { PromisesNotServable } from '../format/faults.js';
import { openQuantity } from '../normalized/demands.js';
import { withFloorsPromised } from '../normalized/floors.js';
import { normalise, type NormalizedMarket } from '../normalized/normalized-market.js';
import { withJoinedSacks } from '../normalized/sacks.js';
import { chooseLines, type FloorChoice } from './floor-search.js';
import { solve, type Pause, type Solution } from './solve.js';

/** Whether sacks or least quantities take part, so that the optimum may lie below the flow's bound. */
export function hasUnits({ market, sacks }: NormalizedMarket): boolean {
  return (
    sacks.some((sack) => sack !== 1) || market.lines.some((line) => line.partial === false || (line.minimum ?? 0) > 0)
  );
}

/** The market without sacks and least quantities: its optimum is the upper bound. */
export function plainMarket(market: Market): Market {
  const { parcels: _, policy, ...rest } = market;
  // Nobody asks who sells what: the bound is a quantity.
  return {
    ...rest,
    policy: { ...policy, fairness: 'none' },
    lines: market.lines.map(({ minimum: __, partial: ___, ...line }) => line),
  };
}

/** A market as it was solved, and what sacks and least quantities did to it. */
interface Solved {
  normal: NormalizedMarket;
  solution: Solution;
  placed: Placement[];
  choice: FloorChoice;
  normaliseMs: number;
  fairMs: number;
}

/**
 * Solves a market in whole sacks. Where products of unequal sacks share a quota that cuts one of them, all of these are
 * solved in one common sack, and the loss is part of the gap.
 * @throws PromisesNotServable
 */
export function solveInUnits(market: Market, pause: Pause, now: () => number): Solved {
  const solved = solveInSacks(market, pause, now);
  if (!cutsASack(solved.normal, solved.placed)) return solved;
  const joined = withJoinedSacks(market);
  return joined === undefined ? solved : solveInSacks(joined, pause, now);
}

/** Whether a placement is no whole number of its goods' sacks. */
export function cutsASack({ sacks, lotProduct }: NormalizedMarket, placed: readonly Placement[]): boolean {
  return placed.some(({ lot, units }) => units % (sacks[lotProduct[lot] ?? 0] ?? 1) !== 0);
}

/**
 * A promise outranks the sack: where whole sacks cannot serve what is promised of a product, all units of its lots may.
 * @throws PromisesNotServable
 */
function solveInSacks(market: Market, pause: Pause, now: () => number): Solved {
  const began = now();
  const normal = normalise(market);
  const normaliseMs = now() - began;
  try {
    return { normal, normaliseMs, ...solveWithFloors(normal, pause, now) };
  } catch (error) {
    if (!(error instanceof PromisesNotServable) || !hasUnits(normal)) throw error;
    const lacking = new Set(error.lacking.map(({ line }) => line));
    const products = market.lines.filter(({ id }) => lacking.has(id)).map(({ product }) => product);
    const loose = normalise(market, undefined, new Set(products));
    return { normal: loose, normaliseMs, ...solveWithFloors(loose, pause, now) };
  }
}

/** Chooses the lines with a least quantity that are served, and solves the market in which they have it already. */
function solveWithFloors(
  normal: NormalizedMarket,
  pause: Pause,
  now: () => number,
): Pick<Solved, 'solution' | 'placed' | 'choice' | 'fairMs'> {
  const choice = chooseLines(normal, pause);
  const { floors, chosen } = choice;
  const left = new Map([...floors.keys()].filter((j) => !chosen.has(j)).map((j) => [j, 0]));
  const market = chosen.size === 0 ? normal : withFloorsPromised(normal, floors, chosen);
  if (market === null) throw new Error('lines were chosen that cannot be served: a bug of the solver');
  const open = openQuantity(market);
  const solution = solve(market, left.size === 0 ? open : (j) => (left.has(j) ? 0 : open(j)), pause, now, left);
  return { solution, placed: placements(solution), choice, fairMs: solution.fairMs };
}
