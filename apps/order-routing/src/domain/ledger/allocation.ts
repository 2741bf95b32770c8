import type { AllocationStatus } from '#kernel/states.js';
import { takeStep, type AllocationStep } from './allocation-steps.js';
import type { DecisionContext } from './decision-context.js';
import type { Edition, SaleTerms } from './term.js';
import type { Writable } from './writable.js';

/** Goods of one lot that are fixed for one line. Quantities in base units, rupiah a trade unit. */
export interface Allocation extends SaleTerms, Edition {
  readonly id: string;
  readonly runId: string;
  readonly lineId: string;
  readonly orderId: string;
  readonly lotId: string;
  readonly partner: string;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly status: AllocationStatus;
  /** What the receipt says: quantity = accepted + damaged + missing; all 0 before it. */
  readonly accepted: number;
  readonly damaged: number;
  readonly missing: number;
  readonly version: number;
  readonly why: object;
  /** Whose goods they are; adds up to `quantity`. */
  readonly shares: readonly { readonly producerId: string; readonly quantity: number }[];
}

export function addAllocation({ state, changes }: DecisionContext, allocation: Allocation): void {
  state.allocations.set(allocation.id, allocation);
  changes.allocations.set(allocation.id, allocation);
}

/** Takes a step that was not refused; one that holds no goods any more leaves the market. */
export function stepAllocation(
  { state, changes }: DecisionContext,
  allocation: Allocation,
  step: AllocationStep,
  to: AllocationStatus,
): void {
  const own: Writable<Allocation> = allocation;
  own.status = takeStep(allocation, step, to);
  changes.allocations.set(allocation.id, allocation);
  if (!HOLDS_GOODS.has(to)) state.allocations.delete(allocation.id);
}

/** What the partner counted; the rest is missing. */
export function setReceipt(allocation: Allocation, accepted: number, damaged: number): void {
  const own: Writable<Allocation> = allocation;
  own.accepted = accepted;
  own.damaged = damaged;
  own.missing = allocation.quantity - accepted - damaged;
}

const HOLDS_GOODS: ReadonlySet<AllocationStatus> = new Set(['offered', 'confirmed', 'dispatched']);
