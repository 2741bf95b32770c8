import { Exchange } from '../net/exchange.js';
import type { Normal } from '../normal.js';
import type { Reason, ReasonCode } from '../result.js';
import type { Pause, Solution } from '../solve.js';
import { findSides, type Sides } from './sides.js';

/** How much more the market would sell if it were changed; solved anew, remembered by key. */
export type Counterfactual = (key: string, change: (normal: Normal) => Normal) => number;

/** What every explanation of one solution shares. */
export interface Context {
  solution: Solution;
  exchange: Exchange;
  sides: Sides;
  resolve: Counterfactual;
  pause: Pause;
  /** Units that a row would sell more if its quota were raised by `units`. */
  quotaGain(row: number, units: number): number;
  /** Per class: how many of its unsold units each row's quota stops, from one flow with all quotas open. */
  stopped: Map<number, Map<number, number>>;
}

export function explainContext(solution: Solution, resolve: Counterfactual, pause: Pause): Context {
  const exchange = new Exchange(solution.flow, solution.stakes.holders);
  const sides = findSides(solution, exchange);
  const stopped = stoppedByQuota(solution, exchange, sides);
  const atLeast = new Map<number, number>();
  for (const rows of stopped.values())
    for (const [row, units] of rows) atLeast.set(row, (atLeast.get(row) ?? 0) + units);
  const gains = new Map<number, number>();
  const largest = largestLines(solution);
  const quotaGain = (row: number, units: number): number => {
    // Units that one flow brings to this row with all rows open, it also brings to the row alone.
    if ((atLeast.get(row) ?? 0) >= units) return units;
    let gain = gains.get(row);
    if (gain === undefined) {
      offerUnsold(exchange, sides);
      exchange.room.set(exchange.cellNode + row, Infinity);
      gains.set(row, (gain = sides.fromStock.cells[row] === 1 ? exchange.measure(largest[row]) : 0));
    }
    return Math.min(units, gain);
  };
  return { solution, exchange, sides, resolve, pause, quotaGain, stopped };
}

/** Per row the quantity of its largest line: no line gains more by a higher quota. */
function largestLines({ normal }: Solution): Float64Array {
  const largest = new Float64Array(normal.terms.length);
  normal.lines.forEach((line, j) => {
    const row = normal.pin[j] ?? -1;
    if (row >= 0 && line.quantity > (largest[row] ?? 0)) largest[row] = line.quantity;
  });
  return largest;
}

function stoppedByQuota(solution: Solution, exchange: Exchange, sides: Sides): Context['stopped'] {
  offerUnsold(exchange, sides);
  solution.flow.quota.forEach((_, g) => {
    if (sides.fromStock.cells[g] === 1) exchange.room.set(exchange.cellNode + g, Infinity);
  });
  const stopped: Context['stopped'] = new Map();
  if (exchange.room.size === 0) return stopped;
  exchange.onSent = (from, to, units) => {
    const rows = stopped.get(from) ?? new Map<number, number>();
    rows.set(to - exchange.cellNode, (rows.get(to - exchange.cellNode) ?? 0) + units);
    stopped.set(from, rows);
  };
  exchange.measure();
  exchange.onSent = null;
  return stopped;
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
  const direct = directRoom(context, slots, units);
  if (direct >= units) return units;
  if (!slots.some((word, at) => (word & (sides.toBuyer.slotBits[at] ?? 0)) !== 0)) return 0;
  exchange.supply.clear();
  exchange.room.clear();
  exchange.imagined = slots;
  exchange.supply.set(exchange.imaginedNode, units);
  openBuyers(context);
  return exchange.measure();
}

/** Units that the slots take as things stand: a lower bound that mostly settles the matter. */
function directRoom({ solution: { net, flow }, sides }: Context, slots: Uint32Array, enough: number): number {
  let sum = 0;
  const left = new Map<number, number>();
  for (let word = 0; word < slots.length && sum < enough; word += 1) {
    for (let here = (slots[word] ?? 0) & (sides.toBuyer.slotBits[word] ?? 0); here !== 0; here &= here - 1) {
      const slot = word * 32 + 31 - Math.clz32(here & -here);
      const cell = net.demands.cell[slot] ?? -1;
      const room = (net.demands.cap[slot] ?? 0) - (flow.filled[slot] ?? 0);
      const quota = cell < 0 ? room : (left.get(cell) ?? (flow.quota[cell] ?? 0) - (flow.used[cell] ?? 0));
      const units = Math.min(room, quota);
      if (cell >= 0) left.set(cell, quota - units);
      sum += units;
    }
  }
  return sum;
}

export function gate(
  code: ReasonCode,
  quantity: number,
  binding: string[],
  gain: number,
  then: ReasonCode[] = [],
): Reason {
  return { kind: 'gate', code, quantity, binding, gain, then };
}

export function cut(
  code: ReasonCode,
  quantity: number,
  binding: string[],
  gain: number,
  then: ReasonCode[] = [],
): Reason {
  return { kind: 'cut', code, quantity, binding, relaxBy: quantity, gain, then };
}
