import { codeOf, FILTERS, leastRelaxation, passes, passesAll, relaxed, type LotView } from '../gates.js';
import { fitsClass } from '../net/fit.js';
import type { Ask } from '../normal.js';
import { byText } from '../order.js';
import type { Reason, UnfilledLine } from '../result.js';
import { kindsOfLots, type LotKind } from './lot-kinds.js';
import { unitReasons, type Loss } from './units.js';
import { closedAgreement } from './agreement.js';
import { cut, gate, imaginedSells, offerUnsold, type Context } from './context.js';
import { singleFilters, type SingleFilter } from './relax.js';

/** Why demand stays unfilled: one entry per line that wants more than it gets, in id order. */
export function explainUnfilled(context: Context, got: Float64Array, loss: Loss): UnfilledLine[] {
  const { normal, net } = context.solution;
  const slotOf = new Int32Array(normal.lines.length).fill(-1);
  net.demands.members.forEach((members, slot) => {
    if (net.demands.promised[slot] === 0) for (const j of members) slotOf[j] = slot;
  });
  const classesOf = normal.products.texts.map((): number[] => []);
  for (let c = 0; c < net.classes; c += 1) classesOf[net.classProduct[c] ?? 0]?.push(c);
  const stockOf = kindsOfLots(context);
  const originsOf = stockOf.map((stock) => [...new Set(stock.map(({ view }) => view.origin))].sort());
  const unfilled: UnfilledLine[] = [];
  normal.lines.forEach((line, j) => {
    const quantity = line.quantity - (got[j] ?? 0);
    if (quantity === 0) return;
    context.pause();
    const classes = classesOf[normal.lineProduct[j] ?? 0] ?? [];
    const first = unitReasons(context, j, quantity, loss);
    const rest = quantity - first.reduce((sum, reason) => sum + reason.quantity, 0);
    const others =
      rest > 0
        ? reasonsOf({
            context,
            j,
            slot: slotOf[j] ?? -1,
            classes,
            stock: stockOf[normal.lineProduct[j] ?? 0] ?? [],
            origins: originsOf[normal.lineProduct[j] ?? 0] ?? [],
            quantity: rest,
          })
        : [];
    unfilled.push({ line: line.id, quantity, reasons: [...first, ...others] });
  });
  return unfilled;
}

interface At {
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

function reasonsOf(at: At): Reason[] {
  const {
    context: {
      solution: { normal, net },
      sides,
    },
    j,
    slot,
    classes,
    quantity,
  } = at;
  if (classes.length === 0) return [noSurplus(at, quantity, 'gate')];
  const row = normal.pin[j] ?? -1;
  const agreement =
    slot < 0 || !at.origins.some((origin) => normal.pins.originCovered(row, origin))
      ? closedAgreement(normal, [j], at.origins, at.context.resolve, true)
      : null;
  if (agreement !== null) return [gate(agreement.code, quantity, agreement.binding, agreement.gain)];
  const reached = sides.fromStock.slots[slot] === 1;
  const hasArc =
    reached || (at.context.solution.flow.filled[slot] ?? 0) > 0 || classes.some((c) => fitsClass(net, c, slot));
  return hasArc ? cutReasons(at, reached) : [gateReason(at)];
}

function cutReasons(at: At, reached: boolean): Reason[] {
  const { context, slot, j, quantity } = at;
  const { normal } = context.solution;
  const row = normal.pin[j] ?? -1;
  const term = normal.terms[row]?.id ?? '';
  if (reached) {
    const gain = context.quotaGain(row, quantity);
    return [cut('QUOTA_EXHAUSTED', quantity, [term], gain, gain < quantity ? ['NO_SURPLUS'] : [])];
  }
  if (context.sides.toBuyer.slots[slot] !== 1) {
    return [cut('QUOTA_EXHAUSTED', quantity, [term, surplus(at)], quantity, ['NO_SURPLUS'])];
  }
  const reasons: Reason[] = [];
  let left = quantity;
  for (const { filter, gain } of relaxations(at)) {
    const part = Math.min(left, gain);
    if (part === 0) continue;
    left -= part;
    reasons.push({
      kind: 'cut',
      code: filter.code,
      quantity: part,
      binding: filter.kinds.length > 0 ? filter.kinds : [normal.lines[j]?.id ?? ''],
      ...(filter.amount > 0 ? { relaxBy: filter.amount } : {}),
      gain,
      then: [],
    });
  }
  if (left > 0) reasons.push(noSurplus(at, left, 'cut'));
  return reasons;
}

/** Filters that alone keep reachable unsold stock from the line, by what giving way sells, largest first. */
function relaxations(at: At): { filter: SingleFilter; gain: number }[] {
  const {
    context: {
      solution: { normal },
      sides,
    },
    j,
    stock,
  } = at;
  const ask = normal.asks[j];
  if (ask === null || ask === undefined) return [];
  const pairs: [LotView, Ask][] = [];
  for (const { c, view } of stock)
    if (sides.fromStock.classes[c] === 1 && originFits(at, view)) pairs.push([view, ask]);
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
function gainOf(at: At, ask: Ask): number {
  const { context, stock } = at;
  const { exchange, sides } = context;
  // A class takes what its fitting lots hold: units that arrive there set these free, sold or not.
  const fitting = new Map<number, number>();
  for (const { c, view, units } of stock) {
    if (sides.fromStock.classes[c] === 1 && originFits(at, view) && passesAll(view, ask))
      fitting.set(c, (fitting.get(c) ?? 0) + units);
  }
  if (fitting.size === 0) return 0;
  // What the line has already could leave for other lines, so all of it counts, not only what is unmet.
  const onwards = imaginedSells(context, onlySlot(at), context.solution.open(at.j));
  let fromStock = 0;
  for (const [c, units] of fitting) fromStock += Math.min(units, sides.unsold[c] ?? 0);
  if (fromStock < onwards) {
    offerUnsold(exchange, sides);
    for (const [c, units] of fitting) exchange.room.set(c, units);
    fromStock = exchange.measure(onwards);
  }
  return Math.min(fromStock, onwards);
}

function onlySlot({ context, slot }: At): Uint32Array {
  const slots = new Uint32Array(context.solution.net.demands.count >> 5);
  if (slot >= 0) slots[slot >> 5] = 1 << (slot & 31);
  return slots;
}

function gateReason(at: At): Reason {
  const {
    context: {
      solution: { normal },
    },
    j,
    quantity,
  } = at;
  const ask = normal.asks[j];
  if (ask === null || ask === undefined) return noSurplus(at, quantity, 'gate');
  let views = at.stock.map(({ view }) => view).filter((view) => originFits(at, view));
  for (const filter of FILTERS) {
    const through = views.filter((view) => passes(view, ask, filter));
    if (through.length > 0) {
      views = through;
      continue;
    }
    const pairs = views.map((view) => [view, ask] as const);
    const code = codeOf(filter, pairs, normal.asOf);
    const { kinds, amount } = leastRelaxation(filter, pairs);
    const looser = relaxed(ask, filter, kinds, amount);
    const gain = gainOf(at, looser);
    const stillShut = FILTERS.find((other) => !views.some((view) => passes(view, looser, other)));
    const next =
      stillShut === undefined
        ? nextStop(at)
        : codeOf(
            stillShut,
            pairs.map(([view]) => [view, looser] as const),
            normal.asOf,
          );
    return {
      kind: 'gate',
      code,
      quantity,
      binding: filter === 'certificate' ? kinds : [normal.lines[j]?.id ?? ''],
      ...(amount > 0 ? { relaxBy: amount } : {}),
      gain,
      then: gain > 0 ? [] : [next],
    };
  }
  return noSurplus(at, quantity, 'gate');
}

function nextStop({ context: { sides }, slot }: At): Reason['code'] {
  return sides.toBuyer.slots[slot] === 1 ? 'NO_SURPLUS' : 'QUOTA_EXHAUSTED';
}

function noSurplus(at: At, quantity: number, kind: 'gate' | 'cut'): Reason {
  const gain = imaginedSells(at.context, onlySlot(at), quantity);
  return {
    kind,
    code: 'NO_SURPLUS',
    quantity,
    binding: [surplus(at)],
    relaxBy: quantity,
    gain,
    then: gain < quantity ? ['QUOTA_EXHAUSTED'] : [],
  };
}

function surplus({
  context: {
    solution: { normal },
  },
  j,
}: At): string {
  return `surplus:${normal.lines[j]?.product ?? ''}`;
}

function originFits(
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
