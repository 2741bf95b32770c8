import { byText } from '../order.js';
import type { CutElement } from '../result.js';
import type { Solution } from '../solve.js';
import type { Sides } from './sides.js';

/**
 * The minimum cut next to the stock, and what the minimum cut next to the buyers adds to it.
 * Capacities of `cut` sum to the quantity placed; those of the other cut too.
 */
export function namedCuts(
  solution: Solution,
  { fromStock, toBuyer }: Sides,
): { cut: CutElement[]; tied: CutElement[] } {
  const cut = oneCut(
    solution,
    (c) => fromStock.classes[c] === 1,
    (slot) => fromStock.slots[slot] === 1,
    (g) => fromStock.cells[g] === 1,
  );
  const known = new Set(cut.map(({ kind, id }) => `${kind}:${id}`));
  const other = oneCut(
    solution,
    (c) => toBuyer.classes[c] === 0,
    (slot) => toBuyer.slots[slot] === 0,
    (g) => toBuyer.cells[g] === 0,
  );
  return { cut, tied: other.filter(({ kind, id }) => !known.has(`${kind}:${id}`)) };
}

type Side = (node: number) => boolean;

/** Elements that cross from the stock's side; a demand that is not whole on one side names its lines. */
function oneCut({ net, normal, flow, open }: Solution, classSide: Side, slotSide: Side, cellSide: Side): CutElement[] {
  const elements: CutElement[] = [];
  normal.terms.forEach((term, g) => {
    if (cellSide(g) && (flow.quota[g] ?? 0) > 0 && hasSlot(net.demands.cell, g))
      elements.push({ kind: 'quota', id: term.id, capacity: flow.quota[g] ?? 0 });
  });
  net.demands.members.forEach((members, slot) => {
    const cell = net.demands.cell[slot] ?? -1;
    if (members.length === 0 || !slotSide(slot) || (cell >= 0 && cellSide(cell))) return;
    for (const j of members) {
      const promised = net.demands.promised[slot] === 1;
      const capacity = promised ? (normal.lines[j]?.promised ?? 0) : open(j);
      elements.push({ kind: promised ? 'promise' : 'line', id: normal.lines[j]?.id ?? '', capacity });
    }
  });
  normal.lots.forEach((lot, i) => {
    if (lot.quantity > 0 && !classSide(net.classOf[i] ?? 0))
      elements.push({ kind: 'lot', id: lot.id, capacity: lot.quantity });
  });
  return elements.sort((a, b) => byText(a.kind, b.kind) || byText(a.id, b.id));
}

function hasSlot(cells: Int32Array, g: number): boolean {
  return cells.includes(g);
}
