import { ALLOCATION_WORDS } from '#kernel/refusals/state-words.js';
import type { AllocationStatus } from '#kernel/states.js';
import type { Allocation } from './allocation.js';
import { refuseIllegal, type Steps } from './steps.js';

export type AllocationStep = 'confirm' | 'refuse' | 'lapse' | 'dispatch' | 'receive' | 'correct' | 'release';

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
  // A receipt that was wrong says something else.
  accepted: { correct: ['accepted', 'short', 'refused-at-arrival'] },
  short: { correct: ['accepted', 'short', 'refused-at-arrival'] },
  'refused-at-arrival': { correct: ['accepted', 'short', 'refused-at-arrival'] },
};

/** @throws DomainError ILLEGAL_TRANSITION, before anything has changed */
export function refuseAllocationStep({ id, status }: Allocation, step: 'confirm' | 'refuse' | 'dispatch'): void {
  refuseIllegal(ALLOCATION_STEPS, { what: 'allocation', id, states: ALLOCATION_WORDS }, status, step);
}

/** @returns `to`, for a step that was not refused. @throws Error for one that the table does not have: a bug */
export function takeStep({ id, status }: Allocation, step: AllocationStep, to: AllocationStatus): AllocationStatus {
  if (ALLOCATION_STEPS[status][step]?.includes(to)) return to;
  throw new Error(`Allocation ${id} cannot go from ${status} to ${to} by ${step}.`);
}
