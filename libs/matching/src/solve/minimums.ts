import { placements, type Placement } from './allocate.js';
import type { Market } from '../format/market.js';
import { PromisesNotServable } from '../format/faults.js';
import { floorOf, normalise, type NormalizedMarket } from '../normalized/normalized-market.js';
import { withJoinedSacks } from '../normalized/sacks.js';
import { openQuantity, solve, type Pause, type Solution } from './solve.js';

/** Whether sacks or least quantities take part, so that the optimum may lie below the flow's bound. */
export function hasUnits({ market, sacks }: NormalizedMarket): boolean {
  return (
    sacks.some((sack) => sack !== 1) || market.lines.some((line) => line.partial === false || (line.minimum ?? 0) > 0)
  );
}

/** The market without sacks and least quantities: its optimum is the upper bound. */
export function plainMarket(market: Market): Market {
  const { parcels: _, ...rest } = market;
  return { ...rest, lines: market.lines.map(({ minimum: __, partial: ___, ...line }) => line) };
}

/** A market as it was solved, and what sacks and least quantities did to it. */
interface Solved {
  normal: NormalizedMarket;
  solution: Solution;
  placed: Placement[];
  /** Lines that ended below their least quantity, with what they had. */
  emptied: Map<number, number>;
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
  if (!cutsASack(solved)) return solved;
  const joined = withJoinedSacks(market);
  return joined === undefined ? solved : solveInSacks(joined, pause, now);
}

function cutsASack({ normal, placed }: Solved): boolean {
  return placed.some(({ lot, units }) => units % (normal.sacks[normal.lotProduct[lot] ?? 0] ?? 1) !== 0);
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

/**
 * Solves a market with least quantities: lines that end below theirs are emptied, the smallest first, and the rest is
 * solved again. A tenth of them goes at a time, so the rounds stay few; the loss against the flow is the gap.
 */
function solveWithFloors(
  normal: NormalizedMarket,
  pause: Pause,
  now: () => number,
): Omit<Solved, 'normal' | 'normaliseMs'> {
  const emptied = new Map<number, number>();
  const all = openQuantity(normal);
  let fairMs = 0;
  for (;;) {
    const solution = solve(normal, (j) => (emptied.has(j) ? 0 : all(j)), pause, now);
    fairMs += solution.fairMs;
    const placed = placements(solution);
    const fresh = new Float64Array(normal.lines.length);
    for (const { line, units } of placed) fresh[line] = (fresh[line] ?? 0) + units;
    const below: { j: number; units: number }[] = [];
    normal.lines.forEach((line, j) => {
      const units = (fresh[j] ?? 0) - line.promised;
      if (units > 0 && (fresh[j] ?? 0) < floorOf(normal, j)) below.push({ j, units });
    });
    if (below.length === 0) return { solution, placed, emptied, fairMs };
    below.sort((a, b) => a.units - b.units || a.j - b.j);
    for (const { j, units } of below.slice(0, Math.ceil(below.length / 10))) emptied.set(j, units);
  }
}
