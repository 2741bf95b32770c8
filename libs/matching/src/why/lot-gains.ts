import { codeOf, FILTERS, passes, passesAll, type LotView } from '../normalized/eligibility.js';
import type { Ask, NormalizedMarket } from '../normalized/normalized-market.js';
import { byText } from '../format/order.js';
import type { Reason } from '../format/result.js';
import { simulatedSales, type Context } from './context.js';
import { offerUnsold } from './flows.js';
import { blockedBy } from './next-stop.js';
import { relaxedLot, singleFilters, type SingleFilter } from './relax.js';

/** Relaxations of one filter that would sell units of the lot, largest first. */
export function lotRelaxations(
  context: Context,
  i: number,
  view: LotView,
): { filter: SingleFilter; gain: number; amount: number }[] {
  const {
    solution: { normal, net },
    sides,
  } = context;
  if (sides.toBuyer.slotBits.every((word) => word === 0)) return [];
  const pairs: [LotView, Ask][] = [];
  for (let slot = 0; slot < net.demands.count; slot += 1) {
    if (sides.toBuyer.slots[slot] !== 1 || net.demands.product[slot] !== normal.lotProduct[i]) continue;
    const ask = askOfSlot(context, slot, view.origin);
    // No lot can help a ceiling below the row's minimum.
    if (ask !== null && ask.short === 0) pairs.push([view, ask]);
  }
  return singleFilters(pairs, normal.asOf)
    .map((filter) => ({ filter, amount: filter.amount, gain: sellsWhen(context, i, relaxedLot(view, filter)) }))
    .filter(({ gain }) => gain > 0)
    .sort(
      (a, b) =>
        b.gain - a.gain || byText(a.filter.code, b.filter.code) || byText(a.filter.kinds.join(), b.filter.kinds.join()),
    );
}

/** Whether units can go to a line at all: what wants less than a sack buys none. */
function takesAny({ lines, lineProduct, sacks }: NormalizedMarket, j: number): boolean {
  const { quantity = 0, promised = 0 } = lines[j] ?? {};
  return promised > 0 || quantity - promised >= (sacks[lineProduct[j] ?? 0] ?? 1);
}

/**
 * What the lines of a slot ask of a lot from there, as the one of them does that is the easiest to help: ceilings below
 * their row's minimum are alike to the flow, and are not so to who asks what they lack. null: no units can go to any.
 */
export function askOfSlot({ solution: { normal, net } }: Context, slot: number, origin: string): Ask | null {
  if (!normal.pins.originCovered(net.demands.term[slot] ?? -1, origin)) return null;
  let easiest: Ask | null = null;
  for (const j of net.demands.members[slot] ?? []) {
    const ask = normal.asks[j];
    if (ask === undefined || ask === null || !takesAny(normal, j)) continue;
    if (easiest === null || ask.short < easiest.short) easiest = ask;
    if (easiest.short === 0) break;
  }
  return easiest;
}

/**
 * Units more that the market would sell if the lot were like `view`. Its sold units could then go elsewhere too and
 * leave their place to other stock: what reaches the lot and what leaves it meet only there.
 */
function sellsWhen(context: Context, i: number, view: LotView): number {
  const {
    exchange,
    sides,
    solution: { net, normal },
  } = context;
  const [c, units] = [net.classOf[i] ?? 0, normal.lotUnits[i] ?? 0];
  const onwards = simulatedSales(context, slotsFor(context, i, view), units);
  if (onwards <= Math.min(units, sides.unsold[c] ?? 0)) return onwards;
  offerUnsold(exchange, sides);
  exchange.room.set(c, units);
  return exchange.measure(onwards);
}

export function slotsFor(context: Context, i: number, view: LotView): Uint32Array {
  const { normal, net } = context.solution;
  const slots = new Uint32Array(net.demands.count >> 5);
  for (let slot = 0; slot < net.demands.count; slot += 1) {
    if (net.demands.product[slot] !== normal.lotProduct[i]) continue;
    const ask = askOfSlot(context, slot, view.origin);
    if (ask !== null && passesAll(view, ask)) slots[slot >> 5] = (slots[slot >> 5] ?? 0) | (1 << (slot & 31));
  }
  return slots;
}

/** What would stop a lot that could serve these slots and still sells nothing. */
export function nextStop(
  { solution: { net, flow, normal } }: Context,
  slots: Uint32Array,
  view: LotView,
  asks: readonly Ask[],
): Reason['then'] {
  let any = false;
  for (let slot = 0; slot < net.demands.count; slot += 1) {
    if (((slots[slot >> 5] ?? 0) & (1 << (slot & 31))) === 0) continue;
    any = true;
    if ((flow.filled[slot] ?? 0) < (net.demands.cap[slot] ?? 0)) return ['QUOTA_EXHAUSTED', 'NO_DEMAND'];
  }
  if (any) return ['NO_DEMAND'];
  let open = asks;
  for (const filter of FILTERS) {
    const through = open.filter((ask) => passes(view, ask, filter));
    if (through.length === 0) {
      return [
        codeOf(
          filter,
          open.map((ask) => [view, ask] as const),
          normal.asOf,
        ),
      ];
    }
    open = through;
  }
  return [];
}

/** What stops the rest of a lot that sold `gain` units once it was like `view`, and could serve these slots then. */
export function nextOfLot(
  context: Context,
  i: number,
  view: LotView,
  slots: Uint32Array,
  gain: number,
): Reason['then'] {
  const {
    solution: { net, normal, flow },
  } = context;
  const shut: Reason['then'] = [];
  simulatedSales(context, slots, normal.lotUnits[i] ?? 0, () => {
    for (let slot = 0; slot < net.demands.count && shut.length === 0; slot += 1) {
      if (((slots[slot >> 5] ?? 0) & (1 << (slot & 31))) === 0) continue;
      const isOpen = (flow.filled[slot] ?? 0) < (net.demands.cap[slot] ?? 0);
      if (isOpen) shut.push(blockedBy(flow, net.demands.cell[slot] ?? -1), 'NO_DEMAND');
    }
  });
  if (shut.length > 0) return shut;
  const more = lotRelaxations(context, i, view).find((other) => other.gain > gain);
  return [more?.filter.code ?? 'NO_DEMAND'];
}
