import { Exchange } from '../net/exchange.js';
import type { Flow } from '../net/flow.js';

/**
 * Moves units from dear cells to cheap ones with every lot's total fixed (Mendelsohn–Dulmage exchange), the dearest
 * first. Where a product has a pool, a unit beside its cell's share costs a toll as well: the least one at which the
 * cells ask no more of the pool than it holds makes the cheapest flow of all (Lagrange; exact, as one limit is met).
 */
export function reduceFreight(flow: Flow): void {
  const apart = [...flow.used.keys()].filter((g) => (flow.poolOf[g] ?? -1) < 0);
  if (apart.length > 0) sweep(flow, apart, 0);
  flow.cellsOfPool.forEach((cells, pool) => {
    cheapenWithPool(flow, cells, pool);
  });
}

/** The least toll is a difference of two freights; what the cells ask of the pool only falls as it rises. */
function cheapenWithPool(flow: Flow, cells: readonly number[], pool: number): void {
  sweep(flow, cells, 0);
  if (flow.openIn(pool) >= 0) return;
  const steps = [...new Set(cells.flatMap((a) => cells.map((b) => freightOf(flow, a) - freightOf(flow, b))))]
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  // Half a rupiah above a step, its ties are settled against the pool.
  let [low, high] = [0, steps.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    sweep(flow, cells, (steps[middle] ?? 0) + 0.5);
    if (flow.openIn(pool) >= 0) high = middle;
    else low = middle + 1;
  }
  sweep(flow, cells, (steps[low] ?? 0) + 0.5);
  fillPool(flow, cells, pool, steps[low] ?? 0);
}

function freightOf(flow: Flow, g: number): number {
  return flow.net.normal.terms[g]?.freight ?? 0;
}

/** What a cell may pass at one cost a unit: of its own share (or quota), or beside it, with the toll. */
interface Part {
  g: number;
  over: boolean;
  cost: number;
}

function sweep(flow: Flow, cells: readonly number[], toll: number): void {
  const parts = cells
    .flatMap((g): Part[] => {
      const cost = freightOf(flow, g);
      return [
        { g, over: true, cost: cost + toll },
        { g, over: false, cost },
      ];
    })
    .sort((a, b) => b.cost - a.cost || a.g - b.g || Number(b.over) - Number(a.over));
  const exchange = new Exchange(flow);
  exchange.followPools = false;
  for (const { g, over, cost } of parts) {
    const units = over ? flow.over(g) : (flow.used[g] ?? 0) - flow.over(g);
    if (units === 0) continue;
    exchange.room.clear();
    for (const other of cells) {
      const freight = freightOf(flow, other);
      // A share is filled first.
      const room = (freight < cost ? flow.ownRoom(other) : 0) + (freight + toll < cost ? flow.poolRoom(other) : 0);
      if (room > 0) exchange.room.set(exchange.cellNode + other, room);
    }
    if (exchange.room.size === 0) continue;
    move(flow, exchange, g, units);
    exchange.closeReached();
  }
}

/** As much through the pool as it holds, at equal cost: there the cheapest flows above and below the toll meet. */
function fillPool(flow: Flow, cells: readonly number[], pool: number, toll: number): void {
  const exchange = new Exchange(flow);
  exchange.followPools = false;
  for (let moved = true; moved;) {
    moved = false;
    for (const g of cells) {
      const units = Math.min(flow.openIn(pool), flow.used[g] ?? 0);
      exchange.room.clear();
      for (const other of cells) {
        const room = freightOf(flow, other) + toll === freightOf(flow, g) ? flow.poolRoom(other) : 0;
        if (room > 0) exchange.room.set(exchange.cellNode + other, room);
      }
      if (units > 0 && exchange.room.size > 0 && move(flow, exchange, g, units) > 0) moved = true;
    }
  }
}

/** Moves up to `units` from a cell to those that have room; returns how many. */
function move(flow: Flow, exchange: Exchange, from: number, units: number): number {
  const before = new Map(exchange.room);
  exchange.supply.clear();
  exchange.supply.set(exchange.cellNode + from, units);
  const moved = exchange.run();
  flow.pass(from, -moved);
  for (const [node, room] of exchange.room) flow.pass(node - exchange.cellNode, (before.get(node) ?? 0) - room);
  return moved;
}
