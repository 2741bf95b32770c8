import type { QuotaPeriod } from '#kernel/states.js';
import { capacityOf } from '#kernel/quota-kind.js';
import { addDays, localDateAt } from '#kernel/local-date.js';
import { shared } from '#kernel/shared.js';
import type { DecisionContext } from './decision-context.js';
import type { MarketState } from './market-state.js';
import type { Term } from './term.js';
import type { Writable } from './writable.js';

/** What is spent of a terms row's quota in one period: consumed ≤ capacity, in base units. */
export interface QuotaCell {
  readonly termId: string;
  readonly agreementId: string;
  /** First local day of the period at the origin, or `whole`. */
  readonly period: string;
  readonly capacity: number;
  readonly consumed: number;
  readonly version: number;
}

/** First local day of the period that `at` falls into, by the origin's calendar (weeks start on Monday), or `whole`. */
export function periodOf(period: QuotaPeriod, at: Date, origin: string): string {
  return periodOfDay(period, localDateAt(at, origin));
}

/** @param date local day at the origin, YYYY-MM-DD */
export function periodOfDay(period: QuotaPeriod, date: string): string {
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

export function cellKey({ termId, period }: Pick<QuotaCell, 'termId' | 'period'>): string {
  return `${termId} ${period}`;
}

/** What is left of a row's quota in the period of `at`. Editions share consumption: the cell belongs to the row. */
export function quotaLeft(state: MarketState, term: Term, at: Date): number {
  const cell = state.cells.get(cellKey({ termId: term.id, period: periodOf(term.period, at, state.origin) }));
  return Math.max(0, capacityOf(term) - (cell?.consumed ?? 0));
}

/** Spends quota of the period in which the decision falls. @returns that period */
export function spendQuota(context: DecisionContext, term: Term, quantity: number): string {
  const { state, at } = context;
  const period = shared(periodOf(term.period, at, state.origin));
  const cell = state.cells.get(cellKey({ termId: term.id, period })) ?? openCell(term, period);
  setConsumed(context, cell, cell.consumed + quantity);
  return period;
}

/** Gives quota back to the cell that it came from. */
export function giveBackQuota(
  context: DecisionContext,
  from: Pick<QuotaCell, 'termId' | 'period'>,
  quantity: number,
): void {
  const cell = context.state.cell(cellKey(from));
  setConsumed(context, cell, cell.consumed - quantity);
}

/** An addendum changes capacities; one below what is spent becomes what is spent. */
export function resizeCells({ state, changes }: DecisionContext, term: Term): void {
  for (const [key, cell] of state.cells) {
    if (cell.termId !== term.id) continue;
    const capacity = Math.max(capacityOf(term), cell.consumed);
    if (capacity === cell.capacity) continue;
    const own: Writable<QuotaCell> = cell;
    own.capacity = capacity;
    changes.cells.add(key);
  }
}

function setConsumed({ state, changes }: DecisionContext, cell: QuotaCell, consumed: number): void {
  const key = cellKey(cell);
  if (consumed > cell.capacity) throw new Error(`Quota cell ${key} would be overspent.`);
  const own: Writable<QuotaCell> = cell;
  own.consumed = consumed;
  state.cells.set(key, cell);
  changes.cells.add(key);
}

function openCell(term: Term, period: string): QuotaCell {
  return {
    termId: term.id,
    agreementId: term.agreementId,
    period,
    capacity: capacityOf(term),
    consumed: 0,
    version: 0,
  };
}
