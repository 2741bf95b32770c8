import type { Balance } from '#kernel/balance.js';
import type { LinePromise, Lot, Reason } from './market-snapshot.js';
import { fit, stateReason, total } from './reasons.js';

/** A lot with what became of it: balance.declared = bound + Σ unsold, to the unit. */
export interface JudgedLot {
  readonly lot: Lot;
  readonly balance: Balance;
  readonly bound: number;
  readonly unsold: readonly Reason[];
}

/** Offered, confirmed, on its way or delivered: it has its buyer and its lot. */
export function boundOf(balance: Balance): number {
  return balance.offered + balance.confirmed + balance.inTransit + balance.delivered;
}

/**
 * The lots of one commodity that still hold or sold something, with a reason for every unit that is not bound.
 *
 * What is promised and not yet bound is somewhere among the free stock, whatever the last run said of it: so much of the
 * free stock waits for the next run, taken first from what a cut left over, last from what no line could take.
 */
export function judgeLots(lots: readonly Lot[], promises: readonly LinePromise[]): JudgedLot[] {
  const judged = lots.map(judge).filter(({ balance, bound }) => balance.free + balance.held + bound > 0);
  let short = promises.reduce((sum, line) => sum + Math.max(0, line.promised - line.allocated), 0);
  short -= total(judged.flatMap(({ unsold }) => unsold.filter(({ code }) => code === 'AWAITING_BIND')));
  for (const kind of ['cut', 'state', 'gate'] as const) {
    for (const [index, entry] of judged.entries()) {
      if (short <= 0) return judged;
      const free = total(entry.unsold.filter((reason) => reason.kind === kind && isFree(reason)));
      const waiting = Math.min(free, short);
      judged[index] = { ...entry, unsold: awaiting(entry.unsold, kind, waiting) };
      short -= waiting;
    }
  }
  return judged;
}

/** States of stock that is not free, so that no promise can be served from it. */
const NOT_FREE = new Set([
  'AWAITING_BIND',
  'LOT_HELD',
  'PRODUCER_SUSPENDED',
  'PRODUCER_REFUSED',
  'COMMITTED_ELSEWHERE',
  'SHELF_LIFE_TOO_SHORT',
  'LOST_IN_TRANSIT',
]);

function isFree({ kind, code }: Reason): boolean {
  return kind !== 'state' || !NOT_FREE.has(code);
}

function judge(lot: Lot): JudgedLot {
  const balance = lot.balance ?? allFree(lot.quantity);
  return {
    lot,
    balance,
    bound: boundOf(balance),
    unsold: [
      ...fit(lot.judged?.unsold ?? [], balance.free),
      ...statesOf(balance).flatMap(([code, quantity]) => (quantity > 0 ? [stateReason(code, quantity)] : [])),
    ],
  };
}

/** What is neither free nor sold, by cause. A recall is a hold for good; what spoiled has no life left, as what expired. */
function statesOf(balance: Balance): [string, number][] {
  const { held, suspended, refused, withdrawn, writtenOff, expired, spoiled, recalled } = balance;
  return [
    ['SHELF_LIFE_TOO_SHORT', expired + spoiled],
    ['LOT_HELD', held - suspended - refused + recalled],
    ['PRODUCER_SUSPENDED', suspended],
    ['PRODUCER_REFUSED', refused],
    ['COMMITTED_ELSEWHERE', withdrawn],
    ['LOST_IN_TRANSIT', writtenOff - expired - spoiled - recalled],
  ];
}

function allFree(quantity: number): Balance {
  const none = { held: 0, offered: 0, confirmed: 0, inTransit: 0, delivered: 0, withdrawn: 0, writtenOff: 0 };
  const causes = { suspended: 0, refused: 0, expired: 0, spoiled: 0, recalled: 0 };
  return { declared: quantity, free: quantity, ...none, ...causes };
}

function awaiting(reasons: readonly Reason[], kind: Reason['kind'], quantity: number): Reason[] {
  if (quantity === 0) return [...reasons];
  let left = quantity;
  const rest: Reason[] = [];
  let waiting = quantity;
  for (const reason of reasons) {
    if (reason.code === 'AWAITING_BIND') {
      waiting += reason.quantity;
      continue;
    }
    const part = reason.kind === kind && isFree(reason) ? Math.min(reason.quantity, left) : 0;
    left -= part;
    if (reason.quantity > part) rest.push({ ...reason, quantity: reason.quantity - part });
  }
  return [...rest, stateReason('AWAITING_BIND', waiting)];
}
