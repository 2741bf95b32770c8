import type { MatchingResult, Reason, ReasonCode } from '../format/result.js';
import type { Facts } from './facts.js';
import { FirstGates, type ClosedGate } from './first-gate.js';
import type { Room } from './room.js';
import type { Tally } from './tally.js';

/** Codes of gates that give way by days or rupiah: the smallest number that lets something through is told. */
const BY_AMOUNT: ReadonlySet<ReasonCode> = new Set([
  'SHELF_LIFE_TOO_SHORT',
  'NEEDED_TOO_SOON',
  'NEED_BY_PASSED',
  'PRICE_ABOVE_CEILING',
]);

type Fault = (text: string) => void;

/**
 * What is told of a lot or a line is the first gate that is closed to it; where none is, no gate is told, and where one is,
 * nothing else but units that make no whole sack.
 */
export function checkGates(
  facts: Facts,
  { unsold, unfilled }: MatchingResult,
  { sums, room }: { sums: Tally; room: Room },
  fault: Fault,
): void {
  const gates = new FirstGates(facts, (j) => takesAny(facts, j));
  for (const { lot, reasons } of unsold) {
    const i = facts.findLot.at(lot);
    // What sells some of its units has a way.
    const closed = (sums.lotSold[i] ?? 0) > 0 ? null : gates.lot(i);
    for (const reason of reasons) {
      // In what sack goods of several sorts are that share a quota is not looked at.
      if (room.lotShown[i] === 0) continue;
      if (reason.code !== 'UNIT_INDIVISIBLE') checkReason(`unsold of ${lot}`, 'NO_DEMAND', reason, closed, fault);
      else if (sackOf(facts, facts.lots[i]?.product) === 1) fault(`unsold of ${lot}: its goods are in no sacks`);
    }
  }
  for (const { line, reasons } of unfilled) {
    const j = facts.findLine.at(line);
    const closed = (sums.lineGot[j] ?? 0) > 0 && facts.lineServed[j] === 1 ? null : gates.line(j);
    for (const reason of reasons) {
      if (reason.code === 'UNIT_INDIVISIBLE' && room.lineShown[j] === 0) continue;
      if (reason.code === 'UNIT_INDIVISIBLE') checkCrumbs(facts, j, sums, reason, fault);
      else checkReason(`unfilled of ${line}`, 'NO_SURPLUS', reason, closed, fault);
    }
  }
}

function checkReason(
  what: string,
  none: ReasonCode,
  { kind, code, relaxBy, binding, then }: Reason,
  closed: ClosedGate | null,
  fault: Fault,
): void {
  if (closed === null) {
    // A least quantity that is not reached may stand behind what stops a part of it only.
    const isLeast = code === 'BELOW_MINIMUM_LOT' || then[0] === 'BELOW_MINIMUM_LOT';
    const isKept = code === 'PARTNER_SHARE_RESERVED' && then[0] === 'NO_DEMAND';
    if (kind === 'gate' && !isLeast && !isKept) fault(`${what}: ${code} is told as a gate, though none is closed`);
    return;
  }
  // Beyond what others' shares leave, new buyers would find nothing.
  if (closed.code === none && none === 'NO_DEMAND' && code === 'PARTNER_SHARE_RESERVED' && kind === 'gate') return;
  if (kind !== 'gate' || code !== closed.code) {
    fault(`${what}: ${code} is told, though ${closed.code} is the first gate that is closed`);
  } else if (BY_AMOUNT.has(code) && relaxBy !== closed.amount) {
    fault(`${what}: ${code} would have to give way by ${String(closed.amount)}`);
  } else if (closed.names !== null && !areSame(binding, closed.names)) {
    fault(`${what}: ${code} is about ${closed.names.join(', ')}`);
  }
}

/** Units of a line that are less than a sack. */
function checkCrumbs(facts: Facts, j: number, sums: Tally, { quantity, relaxBy }: Reason, fault: Fault): void {
  const line = facts.lines[j];
  if (line === undefined) return;
  const sack = sackOf(facts, line.product);
  const left = line.quantity - (sums.lineGot[j] ?? 0);
  if (relaxBy === sack - quantity && quantity === Math.min(left, (line.quantity - line.promised) % sack)) return;
  fault(`unfilled of ${line.id}: UNIT_INDIVISIBLE is not what is less than a sack`);
}

/** Whether a line is one that units can go to: promised, or new ones in whole sacks. */
function takesAny(facts: Facts, j: number): boolean {
  const line = facts.lines[j];
  if (line === undefined) return false;
  return (
    line.promised > 0 || (facts.lineServed[j] === 1 && line.quantity - line.promised >= sackOf(facts, line.product))
  );
}

function sackOf({ market: { parcels = {} } }: Facts, product = ''): number {
  return Object.hasOwn(parcels, product) ? (parcels[product] ?? 1) : 1;
}

function areSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.toSorted().join('\u0001') === others.toSorted().join('\u0001');
}
