import type { Lot } from '../ledger/lot.js';

/**
 * Sack per commodity, in base units, for those that are sold in whole sacks. The registry keeps one size per commodity;
 * should lots differ all the same, only quantities that fill whole sacks of each are sold, so that any lot serves any line.
 */
export function sacksOf(lots: Iterable<Lot>): Record<string, number> {
  const sacks = new Map<string, number>();
  for (const { commodity, sack } of lots) sacks.set(commodity, leastCommonMultiple(sacks.get(commodity) ?? 1, sack));
  return Object.fromEntries([...sacks].filter(([, sack]) => sack > 1));
}

function leastCommonMultiple(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return Math.min((a / x) * b, Number.MAX_SAFE_INTEGER);
}
