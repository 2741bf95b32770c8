import type { Allocation, Share } from '../format/result.js';
import type { Solution } from './solve.js';

/** Units of one lot for one line; indexes. */
export interface Placement {
  lot: number;
  line: number;
  units: number;
}

/**
 * Splits class flows into lots and lines. Lots of a class are alike to every line, so any split is right; this one
 * goes through both in order and makes at most lots + lines + flows placements.
 * @returns placements by lot, then line; each pair once
 */
export function placements(solution: Solution): Placement[] {
  const { net, flow, normal } = solution;
  const soldOf = soldPerLot(solution);
  const wants = lineQuantities(solution);
  const lotsOf: number[][] = Array.from({ length: net.classes }, () => []);
  normal.lots.forEach((_, i) => {
    if ((soldOf[i] ?? 0) > 0) lotsOf[net.classOf[i] ?? 0]?.push(i);
  });
  const entries = Array.from({ length: flow.entries }, (_, e) => e).filter((e) => (flow.entryUnits[e] ?? 0) > 0);
  entries.sort(
    (a, b) =>
      (flow.entrySlot[a] ?? 0) - (flow.entrySlot[b] ?? 0) || (flow.entryClass[a] ?? 0) - (flow.entryClass[b] ?? 0),
  );
  const nextLot = new Int32Array(net.classes);
  const nextMember = new Int32Array(net.demands.count);
  const found: Placement[] = [];
  for (const entry of entries) {
    const [c, slot] = [flow.entryClass[entry] ?? 0, flow.entrySlot[entry] ?? 0];
    let left = flow.entryUnits[entry] ?? 0;
    while (left > 0) {
      const i = lotsOf[c]?.[nextLot[c] ?? 0];
      const m = nextMember[slot] ?? 0;
      const j = net.demands.members[slot]?.[m];
      if (i === undefined || j === undefined) throw new Error('flow and sales of a class differ: a bug of the solver');
      const want = wants[slot]?.[m] ?? 0;
      const units = Math.min(left, soldOf[i] ?? 0, want);
      if (units > 0) found.push({ lot: i, line: j, units });
      left -= units;
      soldOf[i] = (soldOf[i] ?? 0) - units;
      const row = wants[slot];
      if (row !== undefined) row[m] = want - units;
      if (soldOf[i] === 0) nextLot[c] = (nextLot[c] ?? 0) + 1;
      if (want === units) nextMember[slot] = m + 1;
    }
  }
  found.sort((a, b) => a.lot - b.lot || a.line - b.line);
  return joined(found);
}

/** A line with a promise is two slots, which may be served by one lot. */
function joined(sorted: readonly Placement[]): Placement[] {
  const pairs: Placement[] = [];
  let last: Placement | undefined;
  for (const placement of sorted) {
    if (last?.lot === placement.lot && last.line === placement.line) last.units += placement.units;
    else pairs.push((last = placement));
  }
  return pairs;
}

function soldPerLot({ normal, stakes, sold }: Solution): Float64Array {
  const soldOf = new Float64Array(normal.lots.length);
  for (let atom = 0; atom < stakes.atoms; atom += 1) {
    const i = stakes.atomLot[atom] ?? 0;
    soldOf[i] = (soldOf[i] ?? 0) + (sold.ofAtom[atom] ?? 0);
  }
  return soldOf;
}

/** Per slot, how much of what it receives goes to each member: in id order, each filled before the next. */
function lineQuantities({ net, flow, normal, open }: Solution): number[][] {
  return net.demands.members.map((members, slot) => {
    let left = flow.filled[slot] ?? 0;
    return members.map((j) => {
      const units = Math.min(left, net.demands.promised[slot] === 1 ? (normal.lines[j]?.promised ?? 0) : open(j));
      left -= units;
      return units;
    });
  });
}

/** Turns placements into allocations with contributors' shares and the why of each. */
export function allocations(solution: Solution, placed: readonly Placement[]): Allocation[] {
  const { normal, stakes, sold, groups, net } = solution;
  const rivals = rivalsOf(solution);
  const left = sold.ofAtom.slice();
  const soldOf = soldPerLot(solution);
  return placed.map(({ lot: i, line: j, units }) => {
    const lot = normal.lots[i];
    const line = normal.lines[j];
    const row = normal.pin[j] ?? -1;
    const shares: Share[] = [];
    let rest = units;
    for (let atom = stakes.firstAtom[i] ?? 0; atom < (stakes.firstAtom[i + 1] ?? 0) && rest > 0; atom += 1) {
      const part = Math.min(rest, left[atom] ?? 0);
      if (part === 0) continue;
      left[atom] = (left[atom] ?? 0) - part;
      rest -= part;
      shares.push({ producer: stakes.holderName[stakes.atomHolder[atom] ?? 0] ?? '', quantity: part });
    }
    const why = {
      tier: groups.tier[i] ?? 0,
      level: Math.round(((soldOf[i] ?? 0) / (lot?.quantity ?? 1)) * 10_000) / 10_000,
      rivals: rivals.get(rivalKey(solution, i)) ?? 0,
      rearranged: false,
    };
    return {
      lot: lot?.id ?? '',
      line: line?.id ?? '',
      term: normal.terms[row]?.id ?? '',
      quantity: units,
      ...(lot?.contributions === undefined ? {} : { shares }),
      ...(net.normal.pins.serving[row] === 1 ? {} : { frozen: true as const }),
      why,
    };
  });
}

/** Per group and product: how many producers stand in it beside any one of them. */
function rivalsOf(solution: Solution): Map<number, number> {
  const { normal, stakes } = solution;
  const holders = new Map<number, Set<number>>();
  normal.lots.forEach((_, i) => {
    const key = rivalKey(solution, i);
    let here = holders.get(key);
    if (here === undefined) holders.set(key, (here = new Set()));
    for (let atom = stakes.firstAtom[i] ?? 0; atom < (stakes.firstAtom[i + 1] ?? 0); atom += 1) {
      here.add(stakes.atomHolder[atom] ?? 0);
    }
  });
  return new Map([...holders].map(([key, here]) => [key, Math.max(0, here.size - 1)]));
}

function rivalKey({ groups, normal }: Solution, i: number): number {
  return (groups.of[i] ?? 0) * normal.products.texts.length + (normal.lotProduct[i] ?? 0);
}
