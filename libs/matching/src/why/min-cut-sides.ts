import type { Exchange } from '../net/exchange.js';
import { firstFit } from '../net/fit.js';
import type { Solution } from '../solve/solve.js';

/** Which nodes lie on which side of the minimum cuts of a maximum flow. */
export interface Sides {
  /** Reachable from unsold stock in the residual network. */
  fromStock: { classes: Uint8Array; slots: Uint8Array; cells: Uint8Array; pools: Uint8Array };
  /** Can reach a buyer who still wants units and has quota. */
  toBuyer: { classes: Uint8Array; slots: Uint8Array; cells: Uint8Array; pools: Uint8Array; slotBits: Uint32Array };
  /** Units unsold per class. */
  unsold: Float64Array;
}

export function findSides(solution: Solution, exchange: Exchange): Sides {
  const unsold = unsoldByClass(solution);
  exchange.supply.clear();
  exchange.room.clear();
  unsold.forEach((units, c) => {
    if (units > 0) exchange.supply.set(c, units);
  });
  exchange.search();
  const { net, flow } = solution;
  const reached = (length: number, first: number): Uint8Array =>
    Uint8Array.from({ length }, (_, at) => (exchange.reached(first + at) ? 1 : 0));
  return {
    fromStock: {
      classes: reached(net.classes, 0),
      slots: reached(net.demands.count, exchange.slotNode),
      cells: reached(flow.quota.length, exchange.cellNode),
      pools: reached(flow.cellsOfPool.length, exchange.poolNode),
    },
    toBuyer: towardsBuyers(solution),
    unsold,
  };
}

function unsoldByClass(solution: Solution): Float64Array {
  const { net, stakes, sold } = solution;
  const unsold = new Float64Array(net.classes);
  net.normal.lotUnits.forEach((units, i) => {
    const c = net.classOf[i] ?? 0;
    unsold[c] = (unsold[c] ?? 0) + units;
  });
  for (let atom = 0; atom < stakes.atoms; atom += 1) {
    const c = net.classOf[stakes.atomLot[atom] ?? 0] ?? 0;
    unsold[c] = (unsold[c] ?? 0) - (sold.ofAtom[atom] ?? 0);
  }
  return unsold;
}

/** Backwards from open demand; classes are tried against the slots that the last round added. */
function towardsBuyers({ net, flow }: Solution): Sides['toBuyer'] {
  const { demands } = net;
  const classes = new Uint8Array(net.classes);
  const slots = new Uint8Array(demands.count);
  const cells = new Uint8Array(flow.quota.length);
  const slotBits = new Uint32Array(demands.count >> 5);
  let news = new Uint32Array(demands.count >> 5);
  const open = (slot: number): boolean => (flow.filled[slot] ?? 0) < (demands.cap[slot] ?? 0);
  const add = (slot: number): void => {
    slots[slot] = 1;
    slotBits[slot >> 5] = (slotBits[slot >> 5] ?? 0) | (1 << (slot & 31));
    news[slot >> 5] = (news[slot >> 5] ?? 0) | (1 << (slot & 31));
  };
  const pools = Uint8Array.from(flow.cellsOfPool, (_, pool) => (flow.openIn(pool) > 0 ? 1 : 0));
  flow.quota.forEach((_, g) => {
    if (flow.room(g) > 0) cells[g] = 1;
  });
  for (let changed = true; changed;) {
    changed = false;
    for (let slot = 0; slot < demands.count; slot += 1) {
      const cell = demands.cell[slot] ?? -1;
      if (slots[slot] === 0 && open(slot) && (cell < 0 || cells[cell] === 1)) {
        add(slot);
        changed = true;
      }
      if (cell >= 0 && cells[cell] === 0 && slots[slot] === 1 && (flow.filled[slot] ?? 0) > 0) {
        cells[cell] = 1;
        changed = true;
      }
    }
    if (throughPools(flow, cells, pools)) changed = true;
    const round = news;
    news = new Uint32Array(round.length);
    for (let c = 0; c < net.classes; c += 1) if (classes[c] === 0 && firstFit(net, c, round, 0) >= 0) classes[c] = 1;
    for (let entry = 0; entry < flow.entries; entry += 1) {
      const slot = flow.entrySlot[entry] ?? 0;
      if ((flow.entryUnits[entry] ?? 0) > 0 && slots[slot] === 0 && classes[flow.entryClass[entry] ?? 0] === 1) {
        add(slot);
        changed = true;
      }
    }
  }
  return { classes, slots, cells, pools, slotBits };
}

/** A cell that the pool would let through, and a pool that one of its cells could leave room in; true when some are new. */
function throughPools(flow: Solution['flow'], cells: Uint8Array, pools: Uint8Array): boolean {
  let changed = false;
  flow.cellsOfPool.forEach((members, pool) => {
    if (pools[pool] === 0 && members.some((g) => cells[g] === 1 && flow.over(g) > 0)) {
      pools[pool] = 1;
      changed = true;
    }
    if (pools[pool] === 0) return;
    for (const g of members) {
      if (cells[g] === 1 || flow.poolRoom(g) === 0) continue;
      cells[g] = 1;
      changed = true;
    }
  });
  return changed;
}
