import type { Fairness } from '../format/market.js';
import type { Exchange } from '../net/exchange.js';
import type { Net } from '../net/net.js';
import { byText, groupBy } from '../format/order.js';
import { waterFill, type Claims } from './levels.js';
import { shareFairly, type FairNode } from './share.js';
import type { Stakes } from './claims.js';

/** What is sold so far: units per atom, and per stakeholder. */
export interface Sold {
  ofAtom: Float64Array;
  ofHolder: Float64Array;
}

interface Part {
  holder: number;
  c: number;
  atoms: number[];
  units: number;
}

/**
 * Shares out what the classes of one group sold (`accepted` per class) among the stakeholders of the group.
 * @param exchange null without fairness: then the cheapest, soonest, first of each class sell
 */
export function sellGroup(
  lots: readonly number[],
  accepted: ReadonlyMap<number, number>,
  net: Net,
  stakes: Stakes,
  sold: Sold,
  fairness: Fairness,
  exchange: Exchange | null,
): void {
  const parts = partsOf(lots, net, stakes);
  if (exchange === null || fairness === 'none') {
    const byClass = groupBy(parts, (part) => part.c);
    for (const [c, here] of byClass) {
      give(
        here.flatMap((part) => part.atoms),
        accepted.get(c) ?? 0,
        net,
        stakes,
        sold,
      );
    }
    return;
  }
  // By name, so that the last units at a level do not depend on how a producer's lots are cut.
  const name = (holder: number): string => stakes.holderName[holder] ?? '';
  const holders = new Map(
    [...groupBy(parts, (part) => part.holder)].sort(([a], [b]) => byText(name(a), name(b)) || a - b),
  );
  const claims = claimsOf(holders, stakes, sold, fairness);
  const names = new Map([...holders.keys()].map((holder, p) => [holder, p]));
  const pools = new Map<number, FairNode>();
  const bridged: [number, Part[]][] = [];
  for (const [holder, mine] of holders) {
    const first = mine[0];
    if (first === undefined) continue;
    if (mine.length > 1) {
      bridged.push([holder, mine]);
    } else {
      const pool = pools.get(first.c) ?? { node: first.c, members: [], sold: 0 };
      pool.members.push(names.get(holder) ?? 0);
      pools.set(first.c, pool);
    }
  }
  const left = new Map(accepted);
  for (const [c, pool] of pools) {
    pool.sold = takeFrom(
      left,
      c,
      pool.members.reduce((sum, p) => sum + (claims.cap[p] ?? 0), 0),
    );
  }
  const bridges = {
    count: bridged.length,
    classes: bridged.map(([, mine]) => mine.map((part) => part.c)),
    held: bridged.map(([, mine]) => mine.map((part) => part.units)),
    sold: bridged.map(([, mine]) => mine.map((part) => takeFrom(left, part.c, part.units))),
    ofClass: new Map<number, number[]>(),
  };
  bridges.classes.forEach((classes, b) => {
    for (const c of classes) {
      const known = bridges.ofClass.get(c);
      if (known === undefined) bridges.ofClass.set(c, [b]);
      else known.push(b);
    }
  });
  exchange.bridges = bridges;
  const nodes: FairNode[] = [...pools.values()];
  bridged.forEach(([holder], b) => {
    const has = (bridges.sold[b] ?? []).reduce((sum, units) => sum + units, 0);
    nodes.push({ node: exchange.bridgeNode + b, members: [names.get(holder) ?? 0], sold: has });
  });
  shareFairly(nodes, claims, exchange);
  const holderAt = [...holders.keys()];
  for (const [, pool] of pools) {
    const given = waterFill(claims, pool.members, pool.sold);
    pool.members.forEach((p, m) => {
      give(holders.get(holderAt[p] ?? 0)?.[0]?.atoms ?? [], given[m] ?? 0, net, stakes, sold);
    });
  }
  bridged.forEach(([, mine], b) => {
    mine.forEach((part, at) => {
      give(part.atoms, bridges.sold[b]?.[at] ?? 0, net, stakes, sold);
    });
  });
}

/** A group of which nothing stays unsold. */
export function sellAll(lots: readonly number[], stakes: Stakes, sold: Sold): void {
  for (const i of lots) {
    for (let atom = stakes.firstAtom[i] ?? 0; atom < (stakes.firstAtom[i + 1] ?? 0); atom += 1) {
      const [units, holder] = [stakes.atomUnits[atom] ?? 0, stakes.atomHolder[atom] ?? 0];
      sold.ofAtom[atom] = units;
      sold.ofHolder[holder] = (sold.ofHolder[holder] ?? 0) + units;
    }
  }
}

/** One part per stakeholder and class, in order of first appearance. */
function partsOf(lots: readonly number[], net: Net, stakes: Stakes): Part[] {
  const parts = new Map<number, Part>();
  for (const i of lots) {
    const c = net.classOf[i] ?? 0;
    for (let atom = stakes.firstAtom[i] ?? 0; atom < (stakes.firstAtom[i + 1] ?? 0); atom += 1) {
      const units = stakes.atomUnits[atom] ?? 0;
      if (units === 0) continue;
      const holder = stakes.atomHolder[atom] ?? 0;
      const part = parts.get(holder * net.classes + c);
      if (part === undefined) {
        parts.set(holder * net.classes + c, { holder, c, atoms: [atom], units });
      } else {
        part.atoms.push(atom);
        part.units += units;
      }
    }
  }
  return [...parts.values()];
}

function claimsOf(holders: Map<number, Part[]>, stakes: Stakes, sold: Sold, fairness: Fairness): Claims {
  const claims = {
    cap: new Float64Array(holders.size),
    start: new Float64Array(holders.size),
    weight: new Float64Array(holders.size),
  };
  let p = 0;
  for (const [holder, mine] of holders) {
    claims.cap[p] = mine.reduce((sum, part) => sum + part.units, 0);
    claims.start[p] = (sold.ofHolder[holder] ?? 0) - (stakes.behind[holder] ?? 0);
    claims.weight[p] = fairness === 'proportional' ? (stakes.surplus[holder] ?? 1) : 1;
    p += 1;
  }
  return claims;
}

function takeFrom(left: Map<number, number>, c: number, most: number): number {
  const taken = Math.min(left.get(c) ?? 0, most);
  left.set(c, (left.get(c) ?? 0) - taken);
  return taken;
}

/** Sells `units` of the atoms: the cheapest first, then the soonest to expire, then in id order. */
function give(atoms: number[], units: number, net: Net, stakes: Stakes, sold: Sold): void {
  const { normal } = net;
  const price = (atom: number): number => normal.lots[stakes.atomLot[atom] ?? 0]?.price ?? 0;
  const best = (atom: number): number => normal.lotBest[stakes.atomLot[atom] ?? 0] ?? 0;
  if (atoms.length > 1) atoms.sort((a, b) => price(a) - price(b) || best(a) - best(b) || a - b);
  let left = units;
  for (const atom of atoms) {
    if (left === 0) return;
    const part = Math.min(left, stakes.atomUnits[atom] ?? 0);
    sold.ofAtom[atom] = (sold.ofAtom[atom] ?? 0) + part;
    const holder = stakes.atomHolder[atom] ?? 0;
    sold.ofHolder[holder] = (sold.ofHolder[holder] ?? 0) + part;
    left -= part;
  }
}
