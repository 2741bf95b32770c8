import { byText } from '../format/order.js';
import type { CutElement } from '../format/result.js';
import type { Solution } from '../solve/solve.js';
import type { Sides } from './min-cut-sides.js';

/**
 * The minimum cut next to the stock, and what the minimum cut next to the buyers adds to it.
 * Capacities of `cut` sum to the quantity placed; those of the other cut too.
 */
export function namedCuts(
  solution: Solution,
  { fromStock, toBuyer }: Sides,
): { cut: CutElement[]; tied: CutElement[] } {
  const { flow } = solution;
  const cut = oneCut(solution, {
    class: (c) => fromStock.classes[c] === 1,
    slot: (slot) => fromStock.slots[slot] === 1,
    cell: (g) => fromStock.cells[g] === 1,
    beyondQuota: (g) =>
      (flow.used[g] ?? 0) < (flow.quota[g] ?? 0) || (flow.over(g) > 0 && fromStock.pools[flow.poolOf[g] ?? -1] === 1),
    pool: (pool) => fromStock.pools[pool] === 1,
  });
  const known = new Set(cut.map(({ kind, id }) => `${kind}:${id}`));
  const other = oneCut(solution, {
    class: (c) => toBuyer.classes[c] === 0,
    slot: (slot) => toBuyer.slots[slot] === 0,
    cell: (g) => toBuyer.cells[g] === 0,
    beyondQuota: (g) =>
      (flow.used[g] ?? 0) >= (solution.normal.share[g] ?? 0) && toBuyer.pools[flow.poolOf[g] ?? -1] === 0,
    pool: (pool) => toBuyer.pools[pool] === 0,
  });
  return { cut, tied: other.filter(({ kind, id }) => !known.has(`${kind}:${id}`)) };
}

type Side = (node: number) => boolean;

/** Which nodes are on the stock's side; a cell with a pool is two: before its quota, and beyond it. */
interface StockSide {
  class: Side;
  slot: Side;
  cell: Side;
  beyondQuota: Side;
  pool: Side;
}

/** Elements that cross from the stock's side; a demand that is not whole on one side names its lines. */
function oneCut({ net, normal, flow, open }: Solution, side: StockSide): CutElement[] {
  const elements: CutElement[] = [];
  normal.terms.forEach((term, g) => {
    if (!side.cell(g) || !((flow.quota[g] ?? 0) > 0) || !hasSlot(net.demands.cell, g)) return;
    if ((flow.poolOf[g] ?? -1) < 0 || !side.beyondQuota(g)) {
      elements.push({ kind: 'quota', id: term.id, capacity: flow.quota[g] ?? 0 });
    } else if ((normal.share[g] ?? 0) > 0) {
      elements.push({ kind: 'reserve', id: term.id, capacity: normal.share[g] ?? 0 });
    }
  });
  normal.pools.forEach(({ product, open: capacity }, pool) => {
    if (side.pool(pool) && capacity > 0) elements.push({ kind: 'open', id: product, capacity });
  });
  net.demands.members.forEach((members, slot) => {
    const cell = net.demands.cell[slot] ?? -1;
    if (members.length === 0 || !side.slot(slot) || (cell >= 0 && side.cell(cell))) return;
    for (const j of members) {
      const promised = net.demands.promised[slot] === 1;
      const capacity = promised ? (normal.lines[j]?.promised ?? 0) : open(j);
      elements.push({ kind: promised ? 'promise' : 'line', id: normal.lines[j]?.id ?? '', capacity });
    }
  });
  normal.lots.forEach((lot, i) => {
    if (lot.quantity > 0 && !side.class(net.classOf[i] ?? 0)) {
      elements.push({ kind: 'lot', id: lot.id, capacity: lot.quantity });
    }
  });
  return elements.sort((a, b) => byText(a.kind, b.kind) || byText(a.id, b.id));
}

function hasSlot(cells: Int32Array, g: number): boolean {
  return cells.includes(g);
}
