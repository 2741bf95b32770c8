import type { Fairness } from '../format/market.js';
import type { Net } from '../net/net.js';
import { groupBy } from '../format/order.js';
import { waterFill, type Claims } from './levels.js';
import type { Sold } from './sell-group.js';
import type { Stakes } from './claims.js';

/**
 * As `sellGroup`, for products that move in sacks: fairness holds inside each class, to the sack. Lots are filled with
 * whole sacks that follow the fair shares; the contributors of a pooled lot share its sacks to the unit.
 */
export function sellInSacks(
  lots: readonly number[],
  accepted: ReadonlyMap<number, number>,
  net: Net,
  stakes: Stakes,
  sold: Sold,
  fairness: Fairness,
): void {
  for (const [c, here] of groupBy(lots, (i) => net.classOf[i] ?? 0)) {
    const total = accepted.get(c) ?? 0;
    const sack = net.normal.sacks[net.classProduct[c] ?? 0] ?? 1;
    const held = here.map((i) => net.normal.lotUnits[i] ?? 0);
    const filled = inSacks(wishes(here, total, stakes, sold, fairness), total, sack, held);
    here.forEach((i, at) => {
      shareLot(i, filled[at] ?? 0, stakes, sold, fairness);
    });
  }
}

/** What each lot would sell if units could be shared freely among the producers of the class. */
function wishes(lots: readonly number[], total: number, stakes: Stakes, sold: Sold, fairness: Fairness): Float64Array {
  const atoms = lots.flatMap((i) => atomsOf(i, stakes));
  const byHolder = [...groupBy(atoms, (atom) => stakes.atomHolder[atom] ?? 0)];
  const claims = claimsOf(
    byHolder.map(([holder, mine]) => [holder, mine.reduce((sum, atom) => sum + (stakes.atomUnits[atom] ?? 0), 0)]),
    stakes,
    sold,
    fairness,
  );
  const given = waterFill(
    claims,
    byHolder.map((_, p) => p),
    total,
  );
  const wish = new Map<number, number>();
  byHolder.forEach(([, mine], p) => {
    let left = given[p] ?? 0;
    for (const atom of mine) {
      const units = Math.min(left, stakes.atomUnits[atom] ?? 0);
      const i = stakes.atomLot[atom] ?? 0;
      wish.set(i, (wish.get(i) ?? 0) + units);
      left -= units;
    }
  });
  return Float64Array.from(lots, (i) => wish.get(i) ?? 0);
}

/** Rounds to whole sacks that sum to `total`: down, then a sack more for the largest remainders, none above its lot. */
export function inSacks(wish: Float64Array, total: number, sack: number, held: readonly number[]): Float64Array {
  const filled = wish.map((units, at) => Math.min(held[at] ?? 0, units - (units % sack)));
  let left = total - filled.reduce((sum, units) => sum + units, 0);
  const order = [...wish.keys()].sort((a, b) => ((wish[b] ?? 0) % sack) - ((wish[a] ?? 0) % sack) || a - b);
  while (left >= sack) {
    const before = left;
    for (const at of order) {
      if (left < sack || (filled[at] ?? 0) + sack > (held[at] ?? 0)) continue;
      filled[at] = (filled[at] ?? 0) + sack;
      left -= sack;
    }
    if (left === before) break;
  }
  // A promise that is no whole number of sacks is kept all the same.
  for (const at of order) {
    const units = Math.min(left, (held[at] ?? 0) - (filled[at] ?? 0));
    filled[at] = (filled[at] ?? 0) + units;
    left -= units;
  }
  return filled;
}

function shareLot(i: number, units: number, stakes: Stakes, sold: Sold, fairness: Fairness): void {
  const atoms = atomsOf(i, stakes);
  const claims = claimsOf(
    atoms.map((atom) => [stakes.atomHolder[atom] ?? 0, stakes.atomUnits[atom] ?? 0]),
    stakes,
    sold,
    fairness,
  );
  const given = waterFill(
    claims,
    atoms.map((_, p) => p),
    units,
  );
  atoms.forEach((atom, p) => {
    sold.ofAtom[atom] = (sold.ofAtom[atom] ?? 0) + (given[p] ?? 0);
    const holder = stakes.atomHolder[atom] ?? 0;
    sold.ofHolder[holder] = (sold.ofHolder[holder] ?? 0) + (given[p] ?? 0);
  });
}

function atomsOf(i: number, stakes: Stakes): number[] {
  const atoms: number[] = [];
  for (let atom = stakes.firstAtom[i] ?? 0; atom < (stakes.firstAtom[i + 1] ?? 0); atom += 1) atoms.push(atom);
  return atoms;
}

function claimsOf(
  holders: readonly (readonly [number, number])[],
  stakes: Stakes,
  sold: Sold,
  fairness: Fairness,
): Claims {
  return {
    cap: Float64Array.from(holders, ([, units]) => units),
    start: Float64Array.from(holders, ([holder]) => (sold.ofHolder[holder] ?? 0) - (stakes.behind[holder] ?? 0)),
    weight: Float64Array.from(holders, ([holder]) =>
      fairness === 'proportional' ? Math.max(1, stakes.surplus[holder] ?? 1) : 1,
    ),
  };
}
