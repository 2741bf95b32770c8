import type { MatchingResult } from '../format/result.js';
import { objection, type Facts } from './facts.js';

/** Every allocation is whole sacks, but for products whose promises whole sacks cannot serve: a promise outranks the sack. */
export function checkSacks(facts: Facts, result: MatchingResult, fault: (text: string) => void): void {
  const parcels = facts.market.parcels ?? {};
  const keeps = new Map<string, boolean>();
  for (const { lot, line, quantity } of result.allocations) {
    const product = facts.lines[facts.findLine.at(line)]?.product ?? '';
    const sack = Object.hasOwn(parcels, product) ? (parcels[product] ?? 1) : 1;
    if (quantity % sack === 0) continue;
    let whole = keeps.get(product);
    if (whole === undefined) keeps.set(product, (whole = sacksKeepPromises(facts, product, sack)));
    if (whole) fault(`allocation of ${lot} to ${line} is no whole number of sacks`);
  }
}

/** Whether whole sacks alone can serve all that is promised of a product: augmenting paths, sack by sack. */
function sacksKeepPromises(facts: Facts, product: string, sack: number): boolean {
  const free = Float64Array.from(facts.lotQuantity, (quantity, i) =>
    facts.lots[i]?.product === product ? quantity - (quantity % sack) : 0,
  );
  const given = new Map<number, Map<number, number>>();
  const lots = [...free.keys()].filter((i) => (free[i] ?? 0) > 0);
  const hand = (i: number, j: number, units: number): void => {
    const to = given.get(i) ?? new Map<number, number>();
    given.set(i, to.set(j, (to.get(j) ?? 0) + units));
  };
  /** Gives the line up to `want` units of one path; 0 when there is none. */
  const serve = (j: number, want: number, seen: Set<number>): number => {
    for (const i of lots) {
      if (seen.has(i) || objection(facts, i, j) !== null) continue;
      seen.add(i);
      let units = Math.min(want, free[i] ?? 0);
      if (units > 0) {
        free[i] = (free[i] ?? 0) - units;
      } else {
        for (const [other, has] of given.get(i) ?? []) {
          if (has > 0) units = serve(other, Math.min(want, has), seen);
          if (units > 0) hand(i, other, -units);
          if (units > 0) break;
        }
      }
      if (units === 0) continue;
      hand(i, j, units);
      return units;
    }
    return 0;
  };
  return facts.lines.every((line, j) => {
    if (line.product !== product) return true;
    let missing = line.promised;
    if (missing % sack !== 0) return false;
    for (let units = 1; missing > 0 && units > 0; missing -= units) units = serve(j, missing, new Set());
    return missing === 0;
  });
}
