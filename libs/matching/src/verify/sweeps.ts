import type { Facts } from './facts.js';
import { ranksOf } from './ranks.js';
import { Residual } from './residual.js';
import { Served } from './served.js';
import type { Tally } from './tally.js';
import { gather, type Wiring } from './wiring.js';

/**
 * Checks 1, 2 and 4 in one sweep over unsold lots, best rank first and, inside a rank, least served producer
 * first: nothing reachable may be an open row (more could be sold), a sold lot of a later rank (a better lot
 * could take its place) or a producer of the rank who is served better by more than a unit.
 */
export function sweepStock(facts: Facts, sums: Tally, wiring: Wiring, fault: (text: string) => void): void {
  const { rank: rankOf, count } = ranksOf(facts);
  const { firstPart, holder, units, holderName } = facts.parts;
  const { lotSold, partSold } = sums;
  const fair = facts.market.policy.fairness !== 'none';
  const served = new Served(facts, sums);
  let [rank, from] = [0, 0];
  let unsoldOf = new Map<number, number[]>();
  const residual = new Residual(facts, sums, wiring, {
    atRow: (row) => {
      const term = facts.terms[row];
      if (term !== undefined && (sums.rowUsed[row] ?? 0) < term.quota) fault(`more could be sold under row ${term.id}`);
    },
    atLot: (i) => {
      if (lotSold[i] === 0) return;
      if ((rankOf[i] ?? 0) > rank)
        fault(`lot ${facts.lots[i]?.id ?? ''} sells although a better lot could take its place`);
      if (!fair || rankOf[i] !== rank) return;
      for (let part = firstPart[i] ?? 0; part < (firstPart[i + 1] ?? 0); part += 1) {
        if (partSold[part] === 0) continue;
        const other = holder[part] ?? 0;
        if (served.betterOff(other, from))
          fault(`producer ${holderName[from] ?? ''} is served less than ${holderName[other] ?? ''} without need`);
        for (const more of unsoldOf.get(other) ?? []) residual.addLot(more);
      }
    },
  });
  const [first, byRank] = gather(count, rankOf.length, rankOf, Int32Array.from(rankOf.keys()));
  for (rank = 0; rank < count; rank += 1) {
    const lots = byRank.subarray(first[rank] ?? 0, first[rank + 1] ?? 0);
    served.add(lots);
    unsoldOf = new Map();
    for (const i of lots) {
      if (lotSold[i] === facts.lotQuantity[i]) continue;
      for (let part = firstPart[i] ?? 0; part < (firstPart[i + 1] ?? 0); part += 1) {
        if ((partSold[part] ?? 0) >= (units[part] ?? 0)) continue;
        const known = unsoldOf.get(holder[part] ?? 0);
        if (known === undefined) unsoldOf.set(holder[part] ?? 0, [i]);
        else known.push(i);
      }
    }
    const sources = [...unsoldOf.keys()];
    if (sources.length > 1) sources.sort((a, b) => served.level(a) - served.level(b));
    for (from of sources) residual.fromLots(unsoldOf.get(from) ?? []);
  }
}

/** Check 3: sweeping used rows by falling freight, none may reach an open row that is cheaper. */
export function sweepFreight(facts: Facts, sums: Tally, wiring: Wiring, fault: (text: string) => void): void {
  const freight = (row: number): number => facts.terms[row]?.freight ?? 0;
  const room = (row: number): number => (facts.terms[row]?.quota ?? 0) - (sums.rowUsed[row] ?? 0);
  const rows = [...facts.terms.keys()];
  const used = rows.filter((row) => (sums.rowUsed[row] ?? 0) > 0).sort((a, b) => freight(b) - freight(a));
  const cheapest = Math.min(...rows.filter((row) => room(row) > 0).map(freight));
  let dear = 0;
  const residual = new Residual(facts, sums, wiring, {
    atLot: () => undefined,
    atRow: (row) => {
      if (freight(row) < freight(dear) && room(row) > 0)
        fault(
          `units of row ${facts.terms[dear]?.id ?? ''} could go under the cheaper row ${facts.terms[row]?.id ?? ''}`,
        );
    },
  });
  for (dear of used) if (freight(dear) > cheapest) residual.fromRow(dear);
}
