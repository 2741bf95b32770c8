import { passesAll, relaxed, type LotView } from '../normalized/eligibility.js';
import type { Ask } from '../normalized/normalized-market.js';
import { byText } from '../format/order.js';
import { simulatedSales, type Context } from './context.js';
import { offerUnsold } from './flows.js';
import type { LotKind } from './lot-kinds.js';
import { singleFilters, type SingleFilter } from './relax.js';

/** An unfilled line, and what explaining it needs. */
export interface At {
  context: Context;
  j: number;
  /** Slot of what the line wants beside its promise; −1 when no row serves it. */
  slot: number;
  /** Classes of the line's product. */
  classes: readonly number[];
  stock: readonly LotKind[];
  /** Origins of the product's lots. */
  origins: readonly string[];
  quantity: number;
}

/** Filters that alone keep reachable unsold stock from the line, by what giving way sells, largest first. */
export function relaxations(at: At, asked?: Ask): { filter: SingleFilter; gain: number }[] {
  const {
    context: {
      solution: { normal },
      sides,
    },
    j,
    stock,
  } = at;
  const ask = asked ?? normal.asks[j];
  if (ask === null || ask === undefined) return [];
  const pairs: [LotView, Ask][] = [];
  for (const { c, view } of stock) {
    if (sides.fromStock.classes[c] === 1 && originFits(at, view)) pairs.push([view, ask]);
  }
  return singleFilters(pairs, normal.asOf)
    .map((filter) => ({ filter, gain: gainOf(at, relaxed(ask, filter.filter, filter.kinds, filter.amount)) }))
    .filter(({ gain }) => gain > 0)
    .sort(
      (a, b) =>
        b.gain - a.gain || byText(a.filter.code, b.filter.code) || byText(a.filter.kinds.join(), b.filter.kinds.join()),
    );
}

/**
 * Units more that the line gets when it asks like `ask`: the flow from unsold stock to the lots that then fit, and the
 * flow from the line to open quota, meet only in the line.
 */
export function gainOf(at: At, ask: Ask): number {
  const { context, stock } = at;
  const { exchange, sides } = context;
  // A class takes what its fitting lots hold: units that arrive there set these free, sold or not.
  const fitting = new Map<number, number>();
  for (const { c, view, units } of stock) {
    if (sides.fromStock.classes[c] === 1 && originFits(at, view) && passesAll(view, ask)) {
      fitting.set(c, (fitting.get(c) ?? 0) + units);
    }
  }
  if (fitting.size === 0) return 0;
  // What the line has already could leave for other lines, so all of it counts, not only what is unmet.
  const onwards = simulatedSales(context, onlySlot(at), context.solution.open(at.j));
  let fromStock = 0;
  for (const [c, units] of fitting) fromStock += Math.min(units, sides.unsold[c] ?? 0);
  if (fromStock < onwards) {
    offerUnsold(exchange, sides);
    for (const [c, units] of fitting) exchange.room.set(c, units);
    fromStock = exchange.measure(onwards);
  }
  return Math.min(fromStock, onwards);
}

export function onlySlot({ context, slot }: At): Uint32Array {
  const slots = new Uint32Array(context.solution.net.demands.count >> 5);
  if (slot >= 0) slots[slot >> 5] = 1 << (slot & 31);
  return slots;
}

export function surplus({
  context: {
    solution: { normal },
  },
  j,
}: At): string {
  return `surplus:${normal.lines[j]?.product ?? ''}`;
}

export function originFits(
  {
    context: {
      solution: { normal },
    },
    j,
  }: At,
  view: LotView,
): boolean {
  return normal.pins.originCovered(normal.pin[j] ?? -1, view.origin);
}
