import { take } from './allocation-steps.js';
import type { Decision } from './changes.js';
import { dropDue } from './dues.js';
import { isBarred } from './lot.js';
import { giveBackQuota } from './quota-cells.js';
import type { Allocation, AnyReason, Line, StateReason } from './state.js';

/** Gives the goods of an allocation that are not dispatched back to its lot and its contributors; the promise stands. */
export function releaseAllocation(decision: Decision, allocation: Allocation): void {
  giveBack(decision, allocation, 'free');
  take(allocation, 'release', 'released');
}

/** The producer does not want this sale, or did not answer in time: its goods are held until it releases them. */
export function holdAllocation(decision: Decision, allocation: Allocation, status: 'refused' | 'lapsed'): void {
  giveBack(decision, allocation, 'held');
  take(allocation, status === 'refused' ? 'refuse' : 'lapse', status);
}

function giveBack({ state, changes }: Decision, allocation: Allocation, to: 'free' | 'held'): void {
  const { status } = allocation;
  const lot = state.lots.get(allocation.lotId);
  const line = state.lines.get(allocation.lineId);
  if (!lot || !line || (status !== 'offered' && status !== 'confirmed')) {
    throw new Error(`Allocation ${allocation.id} cannot be given back: its lot, line or status does not fit.`);
  }
  lot[status] -= allocation.quantity;
  const parts = new Map(lot.contributions.map((part) => [part.producerId, part]));
  for (const { producerId, quantity } of allocation.shares) {
    const part = parts.get(producerId);
    if (!part) throw new Error(`Allocation ${allocation.id} names ${producerId}, who gave nothing to the lot.`);
    const bucket = to === 'free' && isBarred(lot, producerId) ? 'barred' : to;
    part[bucket] += quantity;
    lot[bucket === 'free' ? 'free' : 'held'] += quantity;
  }
  line.allocated -= allocation.quantity;
  state.allocations.delete(allocation.id);
  dropDue(state, changes, 'confirm-by', allocation.id);
  changes.allocations.set(allocation.id, allocation);
  changes.lots.add(lot.id);
  changes.contributions.add(lot.id);
  changes.lines.add(line.id);
}

/** Takes `quantity` of a promise back, which nothing is allocated to; the quota returns to the cells it came from. */
export function reducePromise(decision: Decision, line: Line, quantity: number, code: StateReason['code']): void {
  if (quantity === 0) return;
  if (quantity > line.promised - line.allocated)
    throw new Error(`Line ${line.id}: only what is not allocated is released.`);
  giveBackQuota(decision, line, quantity);
  line.promised -= quantity;
  if (line.promised === 0) line.termId = null;
  line.unfilled = addReason(line.unfilled, code, quantity);
  if (line.promised === line.allocated) dropDue(decision.state, decision.changes, 'bind-by', line.id);
  decision.changes.lines.add(line.id);
  decision.changes.reduced.add(line.id);
}

/** Everything of a line that is not dispatched goes back: goods to their lots, the promise, its quota. */
export function releaseLine(decision: Decision, line: Line, code: StateReason['code']): void {
  for (const allocation of decision.state.allocations.values()) {
    // What is at sea finishes under the terms that it left with.
    if (allocation.lineId === line.id && allocation.status !== 'dispatched') releaseAllocation(decision, allocation);
  }
  reducePromise(decision, line, line.promised - line.allocated, code);
}

/** A line past its need-by waits for no other goods: what it lost of its lots is no longer promised either. */
export function promiseOnlyBound(decision: Decision, line: Line): void {
  if (line.status !== 'open') reducePromise(decision, line, line.promised - line.allocated, 'NEED_BY_PASSED');
}

/** One part a code: what was lost for the same reason before is counted with it. */
function addReason(unfilled: readonly AnyReason[], code: StateReason['code'], quantity: number): AnyReason[] {
  const same = unfilled.find((reason) => reason.kind === 'state' && reason.code === code);
  const others = unfilled.filter((reason) => reason !== same);
  return [...others, stateReason(code, quantity + (same?.quantity ?? 0))];
}

export function stateReason(code: StateReason['code'], quantity: number): StateReason {
  return { kind: 'state', code, quantity, binding: [], gain: 0, then: [] };
}
