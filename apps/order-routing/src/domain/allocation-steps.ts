import type { Allocation, AllocationStatus } from './state.js';
import { refuseIllegal, type Steps } from './steps.js';

export type AllocationStep = 'confirm' | 'refuse' | 'lapse' | 'dispatch' | 'receive' | 'release';

/**
 * Every legal step of an allocation, and the states that it can lead to; a state without steps is final. What is not
 * dispatched may be released: its order was cancelled, its agreement ended, or its goods are spoiled.
 */
export const ALLOCATION_STEPS: Steps<AllocationStatus, AllocationStep> = {
  offered: { confirm: ['confirmed'], refuse: ['refused'], lapse: ['lapsed'], release: ['released'] },
  confirmed: { dispatch: ['dispatched'], release: ['released'] },
  // What the receipt says: all of it, a part, or nothing.
  dispatched: { receive: ['accepted', 'short', 'refused-at-arrival'] },
  refused: {},
  lapsed: {},
  released: {},
  accepted: {},
  short: {},
  'refused-at-arrival': {},
};

/** @throws DomainError ILLEGAL_TRANSITION, before anything has changed */
export function refuseStep({ id, status }: Allocation, step: AllocationStep): void {
  refuseIllegal(ALLOCATION_STEPS, `Allocation ${id}`, status, step);
}

/** Takes a step that was not refused. @throws Error for one that the table does not have: a bug */
export function take(allocation: Allocation, step: AllocationStep, to: AllocationStatus): void {
  if (!ALLOCATION_STEPS[allocation.status][step]?.includes(to)) {
    throw new Error(`Allocation ${allocation.id} cannot go from ${allocation.status} to ${to} by ${step}.`);
  }
  allocation.status = to;
}
