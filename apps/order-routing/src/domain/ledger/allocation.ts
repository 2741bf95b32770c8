import { largestRemainder } from '#kernel/largest-remainder.js';
import type { AllocationStatus } from '#kernel/states.js';
import { takeStep, type AllocationStep } from './allocation-steps.js';
import type { DecisionContext } from './decision-context.js';
import type { Merge } from './merged.js';
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
  /** Sacks that came, of goods in sacks, damaged ones too; null: nobody counted them. */
  readonly sacks: number | null;
  /** The allocation that it is a part of: the rest of it left later, or was to; null: it was bound as it is. */
  readonly splitFrom: string | null;
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

/**
 * A part of an allocation leaves alone: two take its place, alike in all but their quantity, and it is released. Each
 * contributor has its share in both, to the unit.
 *
 * @param quantity of the part, less than all of it
 * @param ids of the part, and of the rest
 * @returns the part
 */
export function splitAllocation(
  context: DecisionContext,
  whole: Allocation,
  quantity: number,
  ids: { readonly part: string; readonly rest: string },
): Allocation {
  const parts = largestRemainder(
    quantity,
    whole.shares.map((share) => share.quantity),
  );
  const made = (id: string, size: number, shareOf: (given: number, index: number) => number): Allocation => {
    const shares = whole.shares.map((share, index) => ({ ...share, quantity: shareOf(share.quantity, index) }));
    const own = shares.filter((share) => share.quantity > 0);
    const allocation = { ...whole, id, quantity: size, splitFrom: whole.id, version: 0, shares: own };
    addAllocation(context, allocation);
    return allocation;
  };
  const part = made(ids.part, quantity, (_, index) => parts[index] ?? 0);
  made(ids.rest, whole.quantity - quantity, (given, index) => given - (parts[index] ?? 0));
  stepAllocation(context, whole, 'release', 'released');
  return part;
}

/** Shares stay as many as they were, for what was told of them stays: the parts of one producer may be two. */
export function giveShares({ state }: DecisionContext, { duplicateId, keepId }: Merge): void {
  for (const allocation of state.allocations.values()) {
    if (!allocation.shares.some(({ producerId }) => producerId === duplicateId)) continue;
    const own: Writable<Allocation> = allocation;
    own.shares = allocation.shares.map((share) =>
      share.producerId === duplicateId ? { ...share, producerId: keepId } : share,
    );
  }
}

/** A lot is recalled: what of it is on its way goes on, and whoever waits for it is told. */
export function recallLot({ state, changes }: DecisionContext, lotId: string): void {
  changes.recalls.add(lotId);
  for (const allocation of state.allocations.values()) {
    const isAtSea = allocation.lotId === lotId && allocation.status === 'dispatched';
    if (isAtSea) changes.allocations.set(allocation.id, allocation);
  }
}

/** What a receipt says of goods; what is neither accepted nor damaged is missing. Base units. */
export interface Counted {
  readonly accepted: number;
  readonly damaged: number;
  /** Sacks that came; absent or null: not counted. */
  readonly sacks?: number | null;
}

/** What the partner counted. */
export function setReceipt(allocation: Allocation, { accepted, damaged, sacks = null }: Counted): void {
  const own: Writable<Allocation> = allocation;
  own.accepted = accepted;
  own.damaged = damaged;
  own.missing = allocation.quantity - accepted - damaged;
  own.sacks = sacks;
}

const HOLDS_GOODS: ReadonlySet<AllocationStatus> = new Set(['offered', 'confirmed', 'dispatched']);
