import { fitsClass } from '../net/fit.js';
import { Exchange } from '../net/exchange.js';
import { openQuantity } from '../normalized/demands.js';
import { floorsOf } from '../normalized/floors.js';
import { leastOf, type NormalizedMarket } from '../normalized/normalized-market.js';
import type { Solution } from '../solve/solve.js';
import { offerUnsold, openBuyers, sentTo, type Stopped } from './flows.js';
import { findSides, type Sides } from './min-cut-sides.js';

/** More lines than these are not looked at one by one. */
const EACH_LINES = 64;

/** Lines left out for their least quantity alone: taking any quantity, they would sell more. */
export interface LeftOut {
  /** Units more that are sold when the line takes any quantity; for many such lines, at least so many. */
  readonly gains: ReadonlyMap<number, number>;
  /** All lines that are left out, with what they would take at least. Their slots are shut while others are explained. */
  readonly least: ReadonlyMap<number, number>;
  /** Per class and line: unsold units that only the line's least quantity stops, each unit once. */
  readonly stopped: Stopped;
}

const NOBODY: LeftOut = { gains: new Map(), least: new Map(), stopped: new Map() };

/**
 * Tells lines that are left out apart: those that their least quantity alone keeps from buying, and those for which something
 * else lacks. The latter are left open in the flow, which stays a maximum one, so that the cuts know of them.
 */
export function openLeftOut(solution: Solution): LeftOut {
  const { net, normal, flow } = solution;
  const { ownSlot, cap } = net.demands;
  if (ownSlot.size === 0) return NOBODY;
  // While they are all shut.
  const sides = findSides(solution, new Exchange(flow));
  const open = openQuantity(normal);
  const torn = new Map<number, number>();
  for (const [j, slot] of ownSlot) {
    cap[slot] = open(j);
    if (joins(solution, sides, slot)) torn.set(slot, j);
  }
  const exchange = new Exchange(flow);
  for (const slot of torn.keys()) cap[slot] = 0;
  solution.open = (j) => (torn.has(ownSlot.get(j) ?? -1) ? 0 : open(j));
  const least = leastOfLeftOut(normal, ownSlot.keys());
  if (torn.size === 0) return { ...NOBODY, least };
  const atOnce = together(solution, exchange, sides, torn);
  const gains = torn.size > EACH_LINES ? atOnce : oneByOne(solution, exchange, sides, torn);
  offerUnsold(exchange, sides);
  for (const [slot, j] of torn) exchange.room.set(exchange.slotNode + slot, atOnce.get(j) ?? 0);
  const stopped: Stopped = new Map();
  for (const [c, slots] of sentTo(exchange, exchange.slotNode)) {
    stopped.set(c, new Map([...slots].map(([slot, units]) => [torn.get(slot) ?? -1, units])));
  }
  return { gains, least, stopped };
}

function leastOfLeftOut(normal: NormalizedMarket, lines: Iterable<number>): Map<number, number> {
  const floors = floorsOf(normal);
  return new Map(
    [...lines].map((j) => {
      const [line, units] = [normal.lines[j], floors.get(j) ?? 0];
      return [j, units === Infinity && line !== undefined ? leastOf(line) - line.promised : units];
    }),
  );
}

/** Whether unsold stock reaches the slot and the slot reaches a buyer's quota: then, and only then, it could sell more. */
function joins({ net }: Solution, { fromStock, toBuyer }: Sides, slot: number): boolean {
  if (toBuyer.cells[net.demands.cell[slot] ?? -1] !== 1) return false;
  for (let c = 0; c < net.classes; c += 1) if (fromStock.classes[c] === 1 && fitsClass(net, c, slot)) return true;
  return false;
}

/** The flow from unsold stock to the line, and the flow from the line to open quota, meet only in the line. */
function oneByOne(
  solution: Solution,
  exchange: Exchange,
  sides: Sides,
  torn: ReadonlyMap<number, number>,
): Map<number, number> {
  const { cap } = solution.net.demands;
  const open = openQuantity(solution.normal);
  const gains = new Map<number, number>();
  for (const [slot, j] of torn) {
    cap[slot] = open(j);
    exchange.supply.clear();
    exchange.room.clear();
    exchange.supply.set(exchange.slotNode + slot, open(j));
    openBuyers(solution, exchange);
    exchange.spendQuota = true;
    const onwards = exchange.measure();
    exchange.spendQuota = false;
    cap[slot] = 0;
    offerUnsold(exchange, sides);
    exchange.room.set(exchange.slotNode + slot, onwards);
    gains.set(j, exchange.measure());
  }
  return gains;
}

/** What each sells when all take any quantity at once. */
function together(
  solution: Solution,
  exchange: Exchange,
  sides: Sides,
  torn: ReadonlyMap<number, number>,
): Map<number, number> {
  const { net, flow, normal } = solution;
  const open = openQuantity(normal);
  for (const [slot, j] of torn) net.demands.cap[slot] = open(j);
  offerUnsold(exchange, sides);
  openBuyers(solution, exchange);
  exchange.spendQuota = true;
  const gains = new Map<number, number>();
  exchange.measure(Infinity, () => {
    for (const [slot, j] of torn) gains.set(j, flow.filled[slot] ?? 0);
  });
  exchange.spendQuota = false;
  for (const slot of torn.keys()) net.demands.cap[slot] = 0;
  return gains;
}
