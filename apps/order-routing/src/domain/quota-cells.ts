import { addDays, localDateAt } from '#kernel/local-date.js';
import { shared } from '#kernel/shared.js';
import type { Decision } from './changes.js';
import type { Line, MarketState, QuotaCell, QuotaPeriod, Term } from './state.js';

/** First local day of the period that `at` falls into, by the origin's calendar (weeks start on Monday), or `whole`. */
export function periodOf(period: QuotaPeriod, at: Date, origin: string): string {
  const date = localDateAt(at, origin);
  switch (period) {
    case 'day':
      return date;
    case 'week': {
      const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
      return addDays(date, -((weekday + 6) % 7));
    }
    case 'month':
      return `${date.slice(0, 7)}-01`;
    case 'year':
      return `${date.slice(0, 4)}-01-01`;
    case 'whole':
      return 'whole';
  }
}

export function cellKey(termId: string, period: string): string {
  return `${termId} ${period}`;
}

/** What is left of a row's quota in the period of `at`. Editions share consumption: the cell belongs to the row. */
export function quotaLeft(state: MarketState, term: Term, at: Date): number {
  const cell = state.cells.get(cellKey(term.id, periodOf(term.period, at, state.origin)));
  return Math.max(0, term.quota - (cell?.consumed ?? 0));
}

/** Spends quota of the period of `decision.at` for a line's promise. */
export function spendQuota({ state, changes, at }: Decision, line: Line, term: Term, quantity: number): void {
  const period = shared(periodOf(term.period, at, state.origin));
  const key = cellKey(term.id, period);
  const cell = state.cells.get(key) ?? openCell(term, period);
  cell.consumed += quantity;
  if (cell.consumed > cell.capacity) throw new Error(`Quota cell ${key} would be overspent.`);
  state.cells.set(key, cell);
  changes.cells.add(key);
  const day = shared(localDateAt(at, state.origin));
  const take = line.takes.find((one) => one.termId === term.id && one.period === period && one.day === day);
  if (take) take.quantity += quantity;
  else line.takes = [...line.takes, { termId: term.id, period, day, quantity }];
}

/** Gives quota back to the cells it came from, the latest first. */
export function giveBackQuota({ state, changes }: Decision, line: Line, quantity: number): void {
  let left = quantity;
  for (const take of [...line.takes].reverse()) {
    const part = Math.min(left, take.quantity);
    if (part === 0) continue;
    const key = cellKey(take.termId, take.period);
    const cell = state.cells.get(key);
    if (!cell) throw new Error(`Line ${line.id} took from quota cell ${key}, which is not there.`);
    cell.consumed -= part;
    take.quantity -= part;
    left -= part;
    changes.cells.add(key);
  }
  if (left > 0) throw new Error(`Line ${line.id} gives back ${String(quantity)}, more than it took.`);
  line.takes = line.takes.filter((take) => take.quantity > 0);
}

/** An addendum changes capacities; one below what is spent becomes what is spent. */
export function resizeCells({ state, changes }: Decision, term: Term): void {
  for (const [key, cell] of state.cells) {
    if (cell.termId !== term.id) continue;
    const capacity = Math.max(term.quota, cell.consumed);
    if (capacity === cell.capacity) continue;
    cell.capacity = capacity;
    changes.cells.add(key);
  }
}

function openCell(term: Term, period: string): QuotaCell {
  return { termId: term.id, agreementId: term.agreementId, period, capacity: term.quota, consumed: 0, version: 0 };
}
