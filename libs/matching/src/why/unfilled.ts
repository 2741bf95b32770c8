import { codeOf, FILTERS, leastRelaxation, passes, passesAll, relaxed, type LotView } from '../gates.js';
import { fitsClass } from '../net/fit.js';
import type { Ask } from '../normal.js';
import { byText } from '../order.js';
import type { Reason, UnfilledLine } from '../result.js';
import { closedAgreement } from './agreement.js';
import { cut, gate, imaginedSells, offerUnsold, openBuyers, type Context } from './context.js';
import { singleFilters, viewOf, type SingleFilter } from './relax.js';

/** Why demand stays unfilled: one entry per line that wants more than it gets, in id order. */
export function explainUnfilled(context: Context, got: Float64Array): UnfilledLine[] {
  const { normal, net } = context.solution;
  const slotOf = new Int32Array(normal.lines.length).fill(-1);
  net.demands.members.forEach((members, slot) => {
    if (net.demands.promised[slot] === 0) for (const j of members) slotOf[j] = slot;
  });
  const classesOf = normal.products.texts.map((): number[] => []);
  for (let c = 0; c < net.classes; c += 1) classesOf[net.classProduct[c] ?? 0]?.push(c);
  const unfilled: UnfilledLine[] = [];
  normal.lines.forEach((line, j) => {
    const quantity = line.quantity - (got[j] ?? 0);
    if (quantity === 0) return;
    const classes = classesOf[normal.lineProduct[j] ?? 0] ?? [];
    unfilled.push({ line: line.id, quantity, reasons: reasonsOf({ context, j, slot: slotOf[j] ?? -1, classes, quantity }) });
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
  quantity: number;
}

function reasonsOf(at: At): Reason[] {
  const { context: { solution: { normal, net }, sides }, j, slot, classes, quantity } = at;
  if (classes.length === 0) return [noSurplus(at, quantity, 'gate')];
  const origins = [...new Set(classes.map((c) => normal.lots[net.sample[c] ?? 0]?.origin ?? ''))].sort();
  const agreement = slot < 0 || !classes.some((c) => originFits(at, c)) ? closedAgreement(normal, [j], origins, at.context.resolve, true) : null;
  if (agreement !== null) return [gate(agreement.code, quantity, agreement.binding, agreement.gain)];
  const reached = sides.fromStock.slots[slot] === 1;
  const hasArc = reached || (at.context.solution.flow.filled[slot] ?? 0) > 0 || classes.some((c) => fitsClass(net, c, slot));
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
      kind: 'cut', code: filter.code, quantity: part, binding: filter.kinds.length > 0 ? filter.kinds : [normal.lines[j]?.id ?? ''],
      ...(filter.amount > 0 ? { relaxBy: filter.amount } : {}), gain, then: [],
    });
  }
  if (left > 0) reasons.push(noSurplus(at, left, 'cut'));
  return reasons;
}

/** Filters that alone keep reachable unsold stock from the line, by what giving way sells, largest first. */
function relaxations(at: At): { filter: SingleFilter; gain: number }[] {
  const { context: { solution: { normal }, sides }, j, classes } = at;
  const ask = normal.asks[j];
  if (ask === null || ask === undefined) return [];
  const pairs: [LotView, Ask][] = [];
  for (const c of classes) if (sides.fromStock.classes[c] === 1 && originFits(at, c)) pairs.push([classView(at, c), ask]);
  return singleFilters(pairs, normal.asOf)
    .map((filter) => ({ filter, gain: gainOf(at, relaxed(ask, filter.filter, filter.kinds, filter.amount)) }))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain || byText(a.filter.code, b.filter.code) || byText(a.filter.kinds.join(), b.filter.kinds.join()));
}

/**
 * Units more that the line gets when it asks like `ask`: the flow from unsold stock to the lots that then fit, and the
 * flow from the line to open quota, meet only in the line.
 */
function gainOf(at: At, ask: Ask): number {
  const { context, classes, quantity } = at;
  const { exchange, sides } = context;
  const fitting = classes.filter((c) => sides.fromStock.classes[c] === 1 && originFits(at, c) && passesAll(classView(at, c), ask));
  if (fitting.length === 0) return 0;
  let fromStock = fitting.reduce((sum, c) => sum + (sides.unsold[c] ?? 0), 0);
  if (fromStock < quantity) {
    offerUnsold(exchange, sides);
    for (const c of fitting) exchange.room.set(c, quantity);
    fromStock = exchange.measure();
  }
  return Math.min(quantity, fromStock, toBuyer(at, quantity));
}

/** Units that the line's row could still take to a buyer, were there stock for them. */
function toBuyer({ context, j }: At, units: number): number {
  const { exchange, solution: { normal, flow } } = context;
  const row = normal.pin[j] ?? 0;
  if ((flow.quota[row] ?? 0) - (flow.used[row] ?? 0) >= units) return units;
  exchange.supply.clear();
  exchange.room.clear();
  exchange.supply.set(exchange.cellNode + row, units);
  openBuyers(context);
  return exchange.measure();
}

function gateReason(at: At): Reason {
  const { context: { solution: { normal } }, j, quantity } = at;
  const ask = normal.asks[j];
  if (ask === null || ask === undefined) return noSurplus(at, quantity, 'gate');
  let views = at.classes.filter((c) => originFits(at, c)).map((c) => classView(at, c));
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
    const next = stillShut === undefined ? nextStop(at) : codeOf(stillShut, pairs.map(([view]) => [view, looser] as const), normal.asOf);
    return {
      kind: 'gate', code, quantity, binding: filter === 'certificate' ? kinds : [normal.lines[j]?.id ?? ''],
      ...(amount > 0 ? { relaxBy: amount } : {}), gain, then: gain > 0 ? [] : [next],
    };
  }
  return noSurplus(at, quantity, 'gate');
}

function nextStop({ context: { sides }, slot }: At): Reason['code'] {
  return sides.toBuyer.slots[slot] === 1 ? 'NO_SURPLUS' : 'QUOTA_EXHAUSTED';
}

function noSurplus(at: At, quantity: number, kind: 'gate' | 'cut'): Reason {
  const { net } = at.context.solution;
  const slots = new Uint32Array(net.demands.count >> 5);
  if (at.slot >= 0) slots[at.slot >> 5] = 1 << (at.slot & 31);
  const gain = imaginedSells(at.context, slots, quantity);
  return { kind, code: 'NO_SURPLUS', quantity, binding: [surplus(at)], relaxBy: quantity, gain, then: gain < quantity ? ['QUOTA_EXHAUSTED'] : [] };
}

function surplus({ context: { solution: { normal } }, j }: At): string {
  return `surplus:${normal.lines[j]?.product ?? ''}`;
}

function classView({ context: { solution: { normal, net } } }: At, c: number): LotView {
  return viewOf(normal, net.sample[c] ?? 0);
}

function originFits({ context: { solution: { normal, net } }, j }: At, c: number): boolean {
  return normal.pins.originCovered(normal.pin[j] ?? -1, normal.lots[net.sample[c] ?? 0]?.origin ?? '');
}
