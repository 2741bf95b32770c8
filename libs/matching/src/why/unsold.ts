import { openQuantity } from '../normalized/demands.js';
import { codeOf, FILTERS, leastRelaxation, passes } from '../normalized/eligibility.js';
import { firstFit, usedSlots } from '../net/fit.js';
import type { Ask } from '../normalized/normalized-market.js';
import type { Reason, UnsoldLot } from '../format/result.js';
import { closedAgreement } from './agreement.js';
import { cut, gate, simulatedSales, type Context } from './context.js';
import { askOfSlot, lotRelaxations, nextOfLot, nextStop, slotsFor } from './lot-gains.js';
import { afterOpening, withNext } from './next-stop.js';
import { rawKind, relaxedLot, viewOf } from './relax.js';
import { reservedReason } from './shares.js';
import { leastQuantities, sharesAndQuotas } from './stops.js';

/** Why stock stays unsold: one entry per lot with a remainder, in id order; its reasons sum to the remainder. */
export function explainUnsold(context: Context, lost: number): UnsoldLot[] {
  const { normal, net, stakes, sold } = context.solution;
  const allSlots = usedSlots(net);
  const open = openQuantity(normal);
  for (const [j, slot] of net.demands.ownSlot) {
    if (open(j) === 0) continue;
    allSlots[slot >> 5] = (allSlots[slot >> 5] ?? 0) | (1 << (slot & 31));
  }
  const memo = new Map<string, Reason[]>();
  const unsold: UnsoldLot[] = [];
  normal.lots.forEach((lot, i) => {
    let quantity = normal.lotUnits[i] ?? 0;
    const crumbs = lot.quantity - quantity;
    const first = crumbs > 0 ? [gate('UNIT_INDIVISIBLE', crumbs, [lot.product], Math.min(crumbs, lost))] : [];
    for (let atom = stakes.firstAtom[i] ?? 0; atom < (stakes.firstAtom[i + 1] ?? 0); atom += 1) {
      quantity -= sold.ofAtom[atom] ?? 0;
    }
    if (quantity === 0 && crumbs === 0) return;
    context.pause();
    if (quantity === 0) {
      unsold.push({ lot: lot.id, quantity: crumbs, reasons: first.map((one) => withNext(one, 'NO_DEMAND')) });
      return;
    }
    const c = net.classOf[i] ?? 0;
    const hasArc = firstFit(net, c, allSlots, 0) >= 0;
    const key = hasArc ? '' : `${rawKind(normal, i)}|${String(quantity)}`;
    let reasons: Reason[] | undefined = hasArc ? undefined : memo.get(key);
    if (reasons === undefined) {
      reasons = hasArc ? cutReasons(context, i, quantity, context.stopped.get(c)) : gateReasons(context, i, quantity);
      if (!hasArc) memo.set(key, reasons);
    }
    const next = reasons[0]?.code ?? 'NO_DEMAND';
    unsold.push({
      lot: lot.id,
      quantity: quantity + crumbs,
      reasons: [...first.map((one) => withNext(one, next)), ...reasons.map((reason) => ofLot(reason, lot.id))],
    });
  });
  return unsold;
}

/** Filters of which the lot itself is named: alike lots share their reasons, but not their names. */
const NAMES_LOT: ReadonlySet<Reason['code']> = new Set([
  'SHELF_LIFE_TOO_SHORT',
  'NEEDED_TOO_SOON',
  'NEED_BY_PASSED',
  'PRICE_ABOVE_CEILING',
]);

function ofLot(reason: Reason, lot: string): Reason {
  return NAMES_LOT.has(reason.code) ? { ...reason, binding: [lot] } : { ...reason };
}

function cutReasons(context: Context, i: number, quantity: number, stopped: Map<number, number> | undefined): Reason[] {
  const { normal } = context.solution;
  const reasons: Reason[] = [];
  let left = quantity - leastQuantities(context, i, quantity, reasons);
  for (const [row, units] of [...(stopped ?? [])].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
    const part = Math.min(left, units);
    if (part === 0) continue;
    stopped?.set(row, units - part);
    left -= part;
    reasons.push(cut('QUOTA_EXHAUSTED', part, [normal.terms[row]?.id ?? ''], context.quotaGain(row, part)));
  }
  left -= sharesAndQuotas(context, i, left, reasons);
  if (left > 0) {
    for (const { filter, gain, amount } of lotRelaxations(context, i, viewOf(normal, i))) {
      const part = Math.min(left, gain);
      if (part === 0) continue;
      left -= part;
      reasons.push({
        kind: 'cut',
        code: filter.code,
        quantity: part,
        binding: filter.kinds.length > 0 ? filter.kinds : [normal.lots[i]?.id ?? ''],
        ...(amount > 0 ? { relaxBy: amount } : {}),
        gain,
        then: [],
      });
    }
  }
  if (left > 0) reasons.push(...noDemand(context, i, left, 'cut'));
  return reasons;
}

/**
 * New buyers would take what partners' shares leave to everybody; the rest is kept for partners who want no more today.
 */
function noDemand(context: Context, i: number, quantity: number, kind: 'gate' | 'cut'): Reason[] {
  const { normal, flow } = context.solution;
  const product = normal.lots[i]?.product ?? '';
  const pool = normal.pools.findIndex((one) => one.product === product);
  const units = pool < 0 ? quantity : Math.min(quantity, Math.max(0, flow.openIn(pool)));
  const reasons: Reason[] = [];
  if (units > 0) {
    const binding = [`demand:${product}`];
    reasons.push({ kind, code: 'NO_DEMAND', quantity: units, binding, relaxBy: units, gain: units, then: [] });
  }
  if (units < quantity) {
    reasons.push({ ...reservedReason(context, pool, quantity - units), kind: 'gate', then: ['NO_DEMAND'] });
  }
  return reasons;
}

function gateReasons(context: Context, i: number, quantity: number): Reason[] {
  const { normal, net } = context.solution;
  const lines: number[] = [];
  normal.lines.forEach((line, j) => {
    if (normal.lineProduct[j] === normal.lotProduct[i] && line.quantity > 0) lines.push(j);
  });
  if (lines.length === 0) return noDemand(context, i, quantity, 'gate');
  const view = viewOf(normal, i);
  const agreement = closedAgreement(normal, lines, [view.origin], context.resolve, false);
  if (agreement !== null) {
    const then = agreement.gain < quantity ? [afterOpening(context, agreement, lines, [view], 'NO_DEMAND')] : [];
    return [gate(agreement.code, quantity, agreement.binding, agreement.gain, then)];
  }
  let asks: Ask[] = [];
  for (let slot = 0; slot < net.demands.count; slot += 1) {
    const ask = net.demands.product[slot] === normal.lotProduct[i] ? askOfSlot(context, slot, view.origin) : null;
    if (ask !== null) asks.push(ask);
  }
  // Those who could take it want less than a sack, or all or nothing, and have been emptied.
  if (asks.length === 0) return noDemand(context, i, quantity, 'gate');
  for (const filter of FILTERS) {
    const through = asks.filter((ask) => passes(view, ask, filter));
    if (through.length > 0) {
      asks = through;
      continue;
    }
    const open = asks.filter(({ short }) => short === 0);
    const pairs = (open.length > 0 ? open : asks).map((ask) => [view, ask] as const);
    const least = { filter, code: codeOf(filter, pairs, normal.asOf), ...leastRelaxation(filter, pairs) };
    const slots = slotsFor(context, i, relaxedLot(view, least));
    const gain = simulatedSales(context, slots, quantity);
    const reason = gate(
      least.code,
      quantity,
      filter === 'certificate' ? least.kinds : [normal.lots[i]?.id ?? ''],
      gain,
      gain === 0
        ? nextStop(context, slots, relaxedLot(view, least), asks)
        : gain < quantity
          ? nextOfLot(context, i, relaxedLot(view, least), slots, gain)
          : [],
    );
    return [least.amount > 0 ? { ...reason, relaxBy: least.amount } : reason];
  }
  return noDemand(context, i, quantity, 'gate');
}
