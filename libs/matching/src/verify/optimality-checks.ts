import type { Facts } from './facts.js';
import { openUsed } from './reserved-shares.js';
import type { Ranks } from './ranks.js';
import { Residual } from './residual.js';
import type { Room } from './room.js';
import { Served } from './served.js';
import type { Tally } from './tally.js';
import { gather, type Wiring } from './residual-graph.js';

/**
 * Checks 1, 2 and 4 in one sweep over unsold lots, best rank first and, inside a rank, least served producer
 * first: nothing reachable may be an open row (more could be sold), a sold lot of a later rank (a better lot
 * could take its place) or a producer of the rank who is served better by more than a unit.
 */
export function sweepStock(
  facts: Facts,
  sums: Tally,
  room: Room,
  wiring: Wiring,
  { rank: rankOf, count }: Ranks,
  fault: (text: string) => void,
): void {
  const { firstPart, holder, units, holderName } = facts.parts;
  const { lotSold, partSold } = sums;
  const fair = facts.market.policy.fairness !== 'none';
  const served = new Served(facts, sums);
  let [rank, from] = [0, 0];
  let unsoldOf = new Map<number, number[]>();
  const residual = new Residual(facts, sums, room, wiring, {
    atRow: (row) => {
      if (canPass(facts, sums, room, row)) fault(`more could be sold under row ${facts.terms[row]?.id ?? ''}`);
    },
    atLot: (i) => {
      if (lotSold[i] === 0) return;
      if ((rankOf[i] ?? 0) > rank) {
        fault(`lot ${facts.lots[i]?.id ?? ''} sells although a better lot could take its place`);
      }
      if (!fair || rankOf[i] !== rank || room.lotFair[i] === 0) return;
      for (let part = firstPart[i] ?? 0; part < (firstPart[i + 1] ?? 0); part += 1) {
        if (partSold[part] === 0) continue;
        const other = holder[part] ?? 0;
        if (served.betterOff(other, from)) {
          fault(`producer ${holderName[from] ?? ''} is served less than ${holderName[other] ?? ''} without need`);
        }
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
      if ((room.lot[i] ?? 0) <= 0 || room.lotShown[i] === 0) continue;
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

/** Whether a row could pass more as things stand. */
function canPass({ kept }: Facts, { rowUsed }: Tally, { quota, share, open }: Room, row: number): boolean {
  const used = rowUsed[row] ?? 0;
  if (used >= (quota[row] ?? 0)) return false;
  const product = kept.pool[row] ?? -1;
  if (used < (share[row] ?? 0)) return true;
  return (openUsed(kept.pool, share, open, rowUsed).get(product) ?? 0) < (open.get(product) ?? 0);
}
