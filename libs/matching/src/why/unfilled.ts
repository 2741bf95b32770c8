import { buysNothing, codeOf, FILTERS, leastRelaxation, passes, relaxed } from '../normalized/eligibility.js';
import type { Ask } from '../normalized/normalized-market.js';
import { fitsClass } from '../net/fit.js';
import type { Reason, ReasonCode, UnfilledLine } from '../format/result.js';
import { closedAgreement } from './agreement.js';
import { cut, gate, simulatedSales, type Context } from './context.js';
import { gainOf, onlySlot, originFits, relaxations, surplus, type At } from './line-gains.js';
import { kindsOfLots } from './lot-kinds.js';
import { afterOpening, withNext } from './next-stop.js';
import { givenFree, quotaAndShares, reservedReason, sellsWithStock, sharingRows, stopBehind } from './shares.js';
import { unitReasons } from './units.js';

/** Why demand stays unfilled: one entry per line that wants more than it gets, in id order. */
export function explainUnfilled(context: Context, got: Float64Array, lost: number): UnfilledLine[] {
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
    const first = unitReasons(context, j, quantity, lost);
    const rest = quantity - first.reduce((sum, reason) => sum + reason.quantity, 0);
    const others =
      rest === 0
        ? []
        : reasonsWhileOpen({
            context,
            j,
            slot: slotOf[j] ?? -1,
            classes,
            stock: stockOf[normal.lineProduct[j] ?? 0] ?? [],
            origins: originsOf[normal.lineProduct[j] ?? 0] ?? [],
            quantity: rest,
          });
    const next = others[0]?.code ?? 'NO_SURPLUS';
    const reasons = [
      ...first.map((one) => withNext(one, next)),
      ...others.map((one) => withNext(one, one.code === 'NO_SURPLUS' ? 'QUOTA_EXHAUSTED' : 'NO_SURPLUS')),
    ];
    unfilled.push({ line: line.id, quantity, reasons });
  });
  return unfilled;
}

/** A line that is left out is open while it is explained, and only then. */
function reasonsWhileOpen(at: At): Reason[] {
  const { solution, leftOut } = at.context;
  if (!leftOut.least.has(at.j)) return reasonsOf(at);
  const { cap } = solution.net.demands;
  if (at.slot >= 0) cap[at.slot] = solution.open(at.j);
  const reasons = reasonsOf(at);
  if (at.slot >= 0) cap[at.slot] = 0;
  return reasons;
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
  if (agreement !== null) {
    const views = at.stock.map(({ view }) => view);
    const then = agreement.gain < quantity ? [afterOpening(at.context, agreement, [j], views, 'NO_SURPLUS')] : [];
    return [gate(agreement.code, quantity, agreement.binding, agreement.gain, then)];
  }
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
    const pool = normal.pool[row] ?? -1;
    if (pool >= 0 && stopBehind(context, row) === 'PARTNER_SHARE_RESERVED') {
      const reserved = reservedReason(context, pool, quantity);
      // Behind the shares lies less than a sack: only more stock, and the shares with it, would sell.
      return [reserved.gain > 0 ? reserved : shortOfBoth(at, row, term)];
    }
    const gain = context.quotaGain(row, quantity, context.leftOut.least.has(j));
    const isKept = pool >= 0 && context.solution.flow.openIn(pool) <= gain;
    const then: ReasonCode[] = gain === quantity ? [] : [isKept ? 'PARTNER_SHARE_RESERVED' : 'NO_SURPLUS'];
    if (gain > 0) return [cut('QUOTA_EXHAUSTED', quantity, [term], gain, then)];
    return [quotaAndShares(context, row, quantity)];
  }
  if (context.sides.toBuyer.slots[slot] !== 1) {
    return [shortOfBoth(at, row, term)];
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

/** Neither stock nor quota (or what others' shares leave) is there: only both together let units through. */
function shortOfBoth(at: At, row: number, term: string): Reason {
  const { context, j, quantity } = at;
  const shares = sharingRows(context, context.solution.normal.pool[row] ?? -1);
  const isSpent = stopBehind(context, row) === 'QUOTA_EXHAUSTED';
  if (!isSpent) {
    const gain = sellsWithStock(context, j, quantity, 0);
    // Less than a sack of quota is left otherwise.
    if (gain > 0) return cut('PARTNER_SHARE_RESERVED', quantity, [...shares, surplus(at)], gain, ['NO_SURPLUS']);
  }
  const binding = [term, ...givenFree(term, shares), surplus(at)];
  const isSimple = shares.length === 0 && !context.leftOut.least.has(j);
  const gain = isSimple ? quantity : sellsWithStock(context, j, quantity, quantity);
  return cut('QUOTA_EXHAUSTED', quantity, binding, gain, ['NO_SURPLUS']);
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
      then: gain === 0 ? [next] : gain < quantity ? [nextOfLine(at, looser, gain)] : [],
    };
  }
  return noSurplus(at, quantity, 'gate');
}

/** What stops the rest of a line that gets `gain` units once it asks like `ask`. */
function nextOfLine(at: At, ask: Ask, gain: number): ReasonCode {
  const { context, j } = at;
  // With any stock it would get no more: what stops it lies behind it.
  if (simulatedSales(context, onlySlot(at), at.quantity) <= gain) {
    return stopBehind(context, context.solution.normal.pin[j] ?? -1, gain);
  }
  return relaxations(at, ask).find((other) => other.gain > gain)?.filter.code ?? 'NO_SURPLUS';
}

function nextStop({ context, slot, j }: At): Reason['code'] {
  return context.sides.toBuyer.slots[slot] === 1
    ? 'NO_SURPLUS'
    : stopBehind(context, context.solution.normal.pin[j] ?? -1);
}

function noSurplus(at: At, quantity: number, kind: 'gate' | 'cut'): Reason {
  const ask = at.context.solution.normal.asks[at.j];
  const tooLow = ask !== null && ask !== undefined && buysNothing(ask);
  const gain = tooLow ? 0 : simulatedSales(at.context, onlySlot(at), quantity);
  const row = at.context.solution.normal.pin[at.j] ?? -1;
  const next = tooLow ? 'PRICE_ABOVE_CEILING' : stopBehind(at.context, row, gain);
  return {
    kind,
    code: 'NO_SURPLUS',
    quantity,
    binding: [surplus(at)],
    relaxBy: quantity,
    gain,
    then: gain < quantity ? [next] : [],
  };
}
