import type { MatchingResult } from '../format/result.js';
import type { Facts } from './facts.js';
import type { Ranks } from './ranks.js';
import type { Tally } from './tally.js';

/** What each allocation says of its lot: tier, how much of it sells, and how many producers are its equals. */
export function checkWhy(
  facts: Facts,
  result: MatchingResult,
  sums: Tally,
  ranks: Ranks,
  fault: (text: string) => void,
): void {
  const rivals = rivalsOf(facts, ranks);
  result.allocations.forEach(({ lot, line, why }, move) => {
    const i = sums.moveLot[move] ?? 0;
    const share = (sums.lotSold[i] ?? 0) / (facts.lotQuantity[i] ?? 1);
    const right = {
      tier: ranks.tier[i],
      level: Math.round(share * 10_000) / 10_000,
      rivals: rivals.get(equals(facts, ranks, i)),
    };
    for (const name of ['tier', 'level', 'rivals'] as const) {
      if (why[name] !== right[name]) {
        fault(`allocation of ${lot} to ${line}: why.${name} is ${String(why[name])}, not ${String(right[name])}`);
      }
    }
  });
}

/** Producers beside any one of them, for each rank and product. */
function rivalsOf(facts: Facts, ranks: Ranks): Map<number, number> {
  const { firstPart, holder } = facts.parts;
  const holders = new Map<number, Set<number>>();
  for (let i = 0; i < facts.lots.length; i += 1) {
    const key = equals(facts, ranks, i);
    let here = holders.get(key);
    if (here === undefined) holders.set(key, (here = new Set()));
    for (let part = firstPart[i] ?? 0; part < (firstPart[i + 1] ?? 0); part += 1) here.add(holder[part] ?? 0);
  }
  return new Map([...holders].map(([key, here]) => [key, Math.max(0, here.size - 1)]));
}

/** Lots that are equals to the policy have one number. */
function equals(facts: Facts, { rank }: Ranks, i: number): number {
  return (rank[i] ?? 0) * facts.products + (facts.lotProduct[i] ?? 0);
}
