import type { Exchange } from '../net/exchange.js';
import { openCells } from '../net/sinks.js';
import type { Solution } from '../solve/solve.js';
import type { Sides } from './min-cut-sides.js';

/** Per class and sink: units. */
export type Stopped = Map<number, Map<number, number>>;

/** From the sources to the sinks that are set: who could send how much where, without changing the flow. */
export function sentTo(exchange: Exchange, firstSink: number): Stopped {
  const stopped: Stopped = new Map();
  if (exchange.room.size === 0) return stopped;
  exchange.onSent = (from, to, units) => {
    const sinks = stopped.get(from) ?? new Map<number, number>();
    sinks.set(to - firstSink, (sinks.get(to - firstSink) ?? 0) + units);
    stopped.set(from, sinks);
  };
  exchange.measure();
  exchange.onSent = null;
  return stopped;
}

/** Sources: all unsold stock, or one class's; sinks: none yet. */
export function offerUnsold(exchange: Exchange, sides: Sides, only?: number): void {
  exchange.supply.clear();
  exchange.room.clear();
  sides.unsold.forEach((units, c) => {
    if (units > 0 && (only === undefined || only === c)) exchange.supply.set(c, units);
  });
}

/** Sinks: every demand that is open and has quota left. */
export function openBuyers({ flow, net }: Solution, exchange: Exchange): void {
  openCells(flow, exchange);
  for (let slot = 0; slot < net.demands.count; slot += 1) {
    const room = (net.demands.cap[slot] ?? 0) - (flow.filled[slot] ?? 0);
    if (room > 0 && (net.demands.cell[slot] ?? -1) < 0) exchange.room.set(exchange.slotNode + slot, room);
  }
}
