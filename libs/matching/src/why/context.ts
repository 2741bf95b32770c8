import { Exchange } from '../net/exchange.js';
import type { NormalizedMarket } from '../normalized/normalized-market.js';
import type { Reason, ReasonCode } from '../format/result.js';
import type { MostOf } from '../solve/most-in-units.js';
import type { Pause, Solution } from '../solve/solve.js';
import { openPools } from '../net/sinks.js';
import { offerUnsold, openBuyers, sentTo, type Stopped } from './flows.js';
import { openLeftOut, type LeftOut } from './least.js';
import { findSides, type Sides } from './min-cut-sides.js';

/** How much more the market would sell if it were changed; solved anew, remembered by key. */
export type Counterfactual = (key: string, change: (normal: NormalizedMarket) => NormalizedMarket) => number;

/** What every explanation of one solution shares. */
export interface Context {
  solution: Solution;
  exchange: Exchange;
  sides: Sides;
  resolve: Counterfactual;
  /** What a changed market would sell. */
  most: MostOf;
  pause: Pause;
  /** Units that a row would sell more if its quota were raised by `units`; `leftOut`: while such a line is open, which is not remembered. */
  quotaGain(row: number, units: number, leftOut?: boolean): number;
  /** Per class: how many of its unsold units each row's quota stops, from one flow with all quotas open. */
  stopped: Stopped;
  /** The same for pools: what partners' shares stop. */
  kept: Stopped;
  /** What least quantities stop. */
  leftOut: LeftOut;
  /** Unsold units of a class that a row with a pool would sell if its quota alone were raised. */
  stoppedByRow(c: number, row: number): number;
}

export function explainContext(solution: Solution, resolve: Counterfactual, most: MostOf, pause: Pause): Context {
  const leftOut = openLeftOut(solution);
  const exchange = new Exchange(solution.flow, solution.stakes.holders);
  const sides = findSides(solution, exchange);
  for (const slot of solution.net.demands.ownSlot.values()) solution.net.demands.cap[slot] = 0;
  const stopped = stoppedByQuota(solution, exchange, sides);
  const atLeast = new Map<number, number>();
  for (const rows of stopped.values()) {
    for (const [row, units] of rows) atLeast.set(row, (atLeast.get(row) ?? 0) + units);
  }
  const gains = new Map<number, number>();
  const largest = largestLines(solution);
  const ofClass = new Map<number, number>();
  const stoppedByRow = (c: number, row: number): number => {
    const key = c * solution.flow.quota.length + row;
    let units = ofClass.get(key);
    if (units === undefined) {
      const reached = sides.fromStock.cells[row] === 1;
      units = reached ? sellsWithQuota(solution, exchange, sides, row, sides.unsold[c] ?? 0, c) : 0;
      ofClass.set(key, units);
    }
    return units;
  };
  const quotaGain = (row: number, units: number, leftOut = false): number => {
    // Units that one flow brings to this row with all rows open, it also brings to the row alone.
    if ((atLeast.get(row) ?? 0) >= units) return units;
    let gain = leftOut ? undefined : gains.get(row);
    if (gain === undefined) {
      const most = (solution.flow.poolOf[row] ?? -1) < 0 ? (largest[row] ?? 0) : Infinity;
      gain = sides.fromStock.cells[row] === 1 ? sellsWithQuota(solution, exchange, sides, row, most) : 0;
      if (!leftOut) gains.set(row, gain);
    }
    return Math.min(units, gain);
  };
  return {
    solution,
    exchange,
    sides,
    resolve,
    most,
    pause,
    quotaGain,
    stopped,
    stoppedByRow,
    kept: stoppedByShares(solution, exchange, sides),
    leftOut,
  };
}

/** Units more that are sold when a row's quota is raised by `units` and nothing else changes. */
function sellsWithQuota(
  { flow }: Solution,
  exchange: Exchange,
  sides: Sides,
  row: number,
  units: number,
  only?: number,
): number {
  const quota = flow.quota[row] ?? 0;
  offerUnsold(exchange, sides, only);
  if ((flow.poolOf[row] ?? -1) < 0) exchange.room.set(exchange.cellNode + row, Infinity);
  else openPools(flow, exchange);
  flow.quota[row] = quota + units;
  const gain = exchange.measure(units);
  flow.quota[row] = quota;
  return gain;
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

function stoppedByQuota(solution: Solution, exchange: Exchange, sides: Sides): Stopped {
  offerUnsold(exchange, sides);
  solution.flow.quota.forEach((_, g) => {
    if (sides.fromStock.cells[g] === 1 && (solution.flow.poolOf[g] ?? -1) < 0) {
      exchange.room.set(exchange.cellNode + g, Infinity);
    }
  });
  return sentTo(exchange, exchange.cellNode);
}

/** Per class: how many of its unsold units each pool stops, from one flow with all shares given free. */
function stoppedByShares({ flow }: Solution, exchange: Exchange, sides: Sides): Stopped {
  offerUnsold(exchange, sides);
  flow.cellsOfPool.forEach((_, pool) => {
    if (sides.fromStock.pools[pool] === 1) exchange.room.set(exchange.poolNode + pool, Infinity);
  });
  return sentTo(exchange, exchange.poolNode);
}

/**
 * Units that a lot of `units`, able to serve just these slots, would sell beside all that is sold.
 * @param look at the flow with these units in it
 */
export function simulatedSales(context: Context, slots: Uint32Array, units: number, look?: () => void): number {
  const { exchange, sides } = context;
  if (look === undefined && directRoom(context, slots, units) >= units) return units;
  if (!slots.some((word, at) => (word & (sides.toBuyer.slotBits[at] ?? 0)) !== 0)) return 0;
  exchange.supply.clear();
  exchange.room.clear();
  exchange.imagined = slots;
  exchange.supply.set(exchange.imaginedNode, units);
  openBuyers(context.solution, exchange);
  exchange.spendQuota = true;
  const sold = exchange.measure(Infinity, look);
  exchange.spendQuota = false;
  return sold;
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
      const quota = cell < 0 ? room : (left.get(cell) ?? flow.ownRoom(cell));
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
