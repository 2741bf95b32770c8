import type { Decision } from './changes.js';
import { dropDue } from './dues.js';
import { giveBackQuota } from './quota-cells.js';
import type { Allocation, Line, StateReason } from './state.js';

/** Gives the goods of an allocation back to its lot and its contributors; the promise stands. */
export function releaseAllocation({ state, changes }: Decision, allocation: Allocation): void {
  const lot = state.lots.get(allocation.lotId);
  const line = state.lines.get(allocation.lineId);
  if (!lot || !line || allocation.status === 'released') {
    throw new Error(`Allocation ${allocation.id} cannot be released: its lot, line or status does not fit.`);
  }
  lot[allocation.status] -= allocation.quantity;
  lot.free += allocation.quantity;
  const parts = new Map(lot.contributions.map((part) => [part.producerId, part]));
  for (const share of allocation.shares) {
    const part = parts.get(share.producerId);
    if (!part)
      throw new Error(`Allocation ${allocation.id} names producer ${share.producerId}, who gave nothing to the lot.`);
    part.free += share.quantity;
  }
  line.allocated -= allocation.quantity;
  allocation.status = 'released';
  state.allocations.delete(allocation.id);
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
  line.unfilled = [...line.unfilled, stateReason(code, quantity)];
  if (line.promised === line.allocated) dropDue(decision.state, decision.changes, 'bind-by', line.id);
  decision.changes.lines.add(line.id);
  decision.changes.reduced.add(line.id);
}

/** Everything of a line that is not dispatched goes back: goods to their lots, the promise, its quota. */
export function releaseLine(decision: Decision, line: Line, code: StateReason['code']): void {
  for (const allocation of decision.state.allocations.values()) {
    if (allocation.lineId === line.id) releaseAllocation(decision, allocation);
  }
  reducePromise(decision, line, line.promised - line.allocated, code);
}

export function stateReason(code: StateReason['code'], quantity: number): StateReason {
  return { kind: 'state', code, quantity, binding: [], gain: 0, then: [] };
}
