import { Exchange } from '../net/exchange.js';
import type { Normal } from '../normal.js';
import type { Reason, ReasonCode } from '../result.js';
import type { Solution } from '../solve.js';
import { findSides, type Sides } from './sides.js';

/** How much more the market would sell if it were changed; solved anew, remembered by key. */
export type Counterfactual = (key: string, change: (normal: Normal) => Normal) => number;

/** What every explanation of one solution shares. */
export interface Context {
  solution: Solution;
  exchange: Exchange;
  sides: Sides;
  resolve: Counterfactual;
  /** Units that a row would sell more if its quota had no end; only rows that stop stock. */
  quotaGain(row: number): number;
}

export function explainContext(solution: Solution, resolve: Counterfactual): Context {
  const exchange = new Exchange(solution.flow, solution.stakes.holders);
  const sides = findSides(solution, exchange);
  const gains = new Map<number, number>();
  const quotaGain = (row: number): number => {
    let gain = gains.get(row);
    if (gain === undefined) {
      offerUnsold(exchange, sides);
      exchange.room.set(exchange.cellNode + row, Infinity);
      gains.set(row, (gain = sides.fromStock.cells[row] === 1 ? exchange.measure() : 0));
    }
    return gain;
  };
  return { solution, exchange, sides, resolve, quotaGain };
}

/** Sources: all unsold stock; sinks: none yet. */
export function offerUnsold(exchange: Exchange, sides: Sides): void {
  exchange.supply.clear();
  exchange.room.clear();
  sides.unsold.forEach((units, c) => {
    if (units > 0) exchange.supply.set(c, units);
  });
}

/** Sinks: every demand that is open and has quota left. */
export function openBuyers({ solution: { flow, net }, exchange }: Context): void {
  flow.quota.forEach((quota, g) => {
    const room = quota - (flow.used[g] ?? 0);
    if (room > 0) exchange.room.set(exchange.cellNode + g, room);
  });
  for (let slot = 0; slot < net.demands.count; slot += 1) {
    const room = (net.demands.cap[slot] ?? 0) - (flow.filled[slot] ?? 0);
    if (room > 0 && (net.demands.cell[slot] ?? -1) < 0) exchange.room.set(exchange.slotNode + slot, room);
  }
}

/** Units that a lot of `units`, able to serve just these slots, would sell beside all that is sold. */
export function imaginedSells(context: Context, slots: Uint32Array, units: number): number {
  const { exchange, sides } = context;
  if (!slots.some((word, at) => (word & (sides.toBuyer.slotBits[at] ?? 0)) !== 0)) return 0;
  exchange.supply.clear();
  exchange.room.clear();
  exchange.imagined = slots;
  exchange.supply.set(exchange.imaginedNode, units);
  openBuyers(context);
  return exchange.measure();
}

export function gate(code: ReasonCode, quantity: number, binding: string[], gain: number, then: ReasonCode[] = []): Reason {
  return { kind: 'gate', code, quantity, binding, gain, then };
}

export function cut(code: ReasonCode, quantity: number, binding: string[], gain: number, then: ReasonCode[] = []): Reason {
  return { kind: 'cut', code, quantity, binding, relaxBy: quantity, gain, then };
}
