import { addDays, endOfLocalDay, localDateAt, startOfLocalDay } from '#kernel/local-date.js';
import type { Changes, Decision } from './changes.js';
import {
  dueKey,
  type Agreement,
  type Allocation,
  type Due,
  type DueKind,
  type Line,
  type Lot,
  type MarketState,
} from './state.js';

/**
 * The row that is due next, at or before `now`; rows apply in the order of their instants, then of their names. While
 * nothing is due this looks at one number, for every batch asks it and every open line has its row.
 */
export function nextDue(state: MarketState, now: Date): Due | undefined {
  if (state.earliestDueMs !== undefined && state.earliestDueMs > now.getTime()) return undefined;
  let next: Due | undefined;
  for (const due of state.dues) {
    if (!next || due.at < next.at || (due.at.getTime() === next.at.getTime() && dueKey(due) < dueKey(next))) next = due;
  }
  state.earliestDueMs = next ? next.at.getTime() : Number.POSITIVE_INFINITY;
  return next && next.at <= now ? next : undefined;
}

export function scheduleDue(state: MarketState, changes: Changes, due: Due): void {
  const key = dueKey(due);
  state.dues.set(due);
  if (state.earliestDueMs !== undefined) state.earliestDueMs = Math.min(state.earliestDueMs, due.at.getTime());
  changes.duesSet.set(key, due);
  changes.duesDone.delete(key);
}

export function dropDue(state: MarketState, changes: Changes, kind: DueKind, subject: string): void {
  if (!state.dues.delete(kind, subject)) return;
  const key = dueKey({ kind, subject });
  changes.duesSet.delete(key);
  changes.duesDone.add(key);
}

/** Local midnight at the origin: daily quotas start anew, and what is "today" changes for every date comparison. */
export function scheduleNextDay({ state, changes, at }: Decision): void {
  const midnight = endOfLocalDay(localDateAt(at, state.origin), state.origin);
  scheduleDue(state, changes, { at: midnight, kind: 'day-begins', subject: state.origin });
}

export function scheduleAgreement({ state, changes, at }: Decision, agreement: Agreement): void {
  const { id, effectiveFrom, effectiveTo } = agreement;
  if (effectiveFrom !== null && effectiveFrom > at) {
    scheduleDue(state, changes, { at: effectiveFrom, kind: 'agreement-starts', subject: id });
  }
  if (effectiveTo !== null && effectiveTo > at) {
    scheduleDue(state, changes, { at: effectiveTo, kind: 'agreement-ends', subject: id });
  }
}

export function scheduleExpiry({ state, changes }: Decision, lot: Lot): void {
  if (lot.bestBefore === null) return;
  scheduleDue(state, changes, {
    at: endOfLocalDay(lot.bestBefore, state.origin),
    kind: 'lot-expires',
    subject: lot.id,
  });
}

/** Need-by ends with the destination's local day. */
export function scheduleNeedBy({ state, changes }: Decision, line: Line): void {
  scheduleDue(state, changes, {
    at: endOfLocalDay(line.needBy, line.deliverTo),
    kind: 'need-by-passed',
    subject: line.id,
  });
}

/** Goods of a line have to leave on this day at the latest, at the origin; undefined where no terms row covers it. */
export function leaveOn(state: MarketState, { needBy }: Line, termId: string | null): string | undefined {
  const term = termId === null ? undefined : state.terms.get(termId);
  return term && addDays(needBy, -term.transitDays);
}

/** When that day begins, a promise is bound at the latest; undefined once all of it has its lots. */
export function bindBy(state: MarketState, line: Line): Date | undefined {
  const leaves = leaveOn(state, line, line.termId);
  if (leaves === undefined || line.promised === line.allocated) return undefined;
  return startOfLocalDay(leaves, state.origin);
}

export function scheduleBindBy({ state, changes }: Decision, line: Line): void {
  const at = bindBy(state, line);
  if (at) scheduleDue(state, changes, { at, kind: 'bind-by', subject: line.id });
}

/** How long a seller without standing consent has to answer an offer. */
const CONFIRM_WITHIN_MS = 24 * 3_600_000;

export function scheduleConfirmBy({ state, changes, at }: Decision, allocation: Allocation): void {
  scheduleDue(state, changes, {
    at: new Date(at.getTime() + CONFIRM_WITHIN_MS),
    kind: 'confirm-by',
    subject: allocation.id,
  });
}
