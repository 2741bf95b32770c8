import type { Exchange } from './exchange.js';
import type { Flow } from './flow.js';

/** Sinks: what each row may still pass of its own, and what each pool still gives; the exchange is to spend quota then. */
export function openCells(flow: Flow, exchange: Exchange): void {
  flow.quota.forEach((_, g) => {
    const room = flow.ownRoom(g);
    if (room > 0) exchange.room.set(exchange.cellNode + g, room);
  });
  openPools(flow, exchange);
}

export function openPools(flow: Flow, exchange: Exchange): void {
  flow.cellsOfPool.forEach((_, pool) => {
    if (flow.openIn(pool) > 0) exchange.room.set(exchange.poolNode + pool, flow.openIn(pool));
  });
}
