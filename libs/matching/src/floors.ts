import { placements, type Placement } from './allocate.js';
import type { Market } from './market.js';
import { floorOf, type Normal } from './normal.js';
import { openQuantity, solve, type Pause, type Solution } from './solve.js';

/** Whether sacks or least quantities take part, so that the optimum may lie below the flow's bound. */
export function hasUnits({ market, sacks }: Normal): boolean {
  return (
    sacks.some((sack) => sack !== 1) || market.lines.some((line) => line.partial === false || (line.minimum ?? 0) > 0)
  );
}

/** The market without sacks and least quantities: its optimum is the upper bound. */
export function plainMarket(market: Market): Market {
  const { parcels: _, ...rest } = market;
  return { ...rest, lines: market.lines.map(({ minimum: __, partial: ___, ...line }) => line) };
}

/**
 * Solves a market with least quantities: lines that end below theirs are emptied, the smallest first, and the rest is
 * solved again. A tenth of them goes at a time, so the rounds stay few; the loss against the flow is the gap.
 */
export function solveWithFloors(
  normal: Normal,
  pause: Pause,
  now: () => number,
): { solution: Solution; placed: Placement[]; emptied: Map<number, number>; fairMs: number } {
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
