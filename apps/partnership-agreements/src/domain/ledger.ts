import { addDays } from '#kernel/local-date.js';
import type { Term, TermDetails } from './term.js';

/** What was spent of a row in one of its periods, in base units. */
export interface Cell {
  readonly termId: string;
  /** First local day of the period, or `whole`. */
  readonly period: string;
  readonly capacity: number;
  readonly consumed: number;
}

/** Use of one row of the quota table, over the periods in which something of it was spent. */
export interface QuotaUse {
  readonly term: Term;
  readonly periods: readonly Omit<Cell, 'termId'>[];
  readonly consumed: number;
}

/** Last local day of a quota's period that began on `period`. */
function lastDayOf(period: string, every: TermDetails['period']): string {
  switch (every) {
    case 'day':
      return period;
    case 'week':
      return addDays(period, 6);
    case 'month':
      return addDays(`${addDays(`${period.slice(0, 7)}-01`, 31).slice(0, 7)}-01`, -1);
    case 'year':
      return `${period.slice(0, 4)}-12-31`;
    case 'whole':
      return '9999-12-31';
  }
}

/**
 * The use of each row within [from, to], days of the origin, both inclusive. A period that only touches them counts
 * whole, for the ledger does not know its days; so does the quota of a whole agreement.
 *
 * @param terms rows of every edition, each once; the result keeps their order
 */
export function quotaUse(terms: readonly Term[], cells: readonly Cell[], from: string, to: string): QuotaUse[] {
  return terms.map((term) => {
    const periods = cells
      .filter(({ termId, period }) => {
        if (termId !== term.id) return false;
        return period === 'whole' || (period <= to && lastDayOf(period, term.period) >= from);
      })
      .map(({ period, capacity, consumed }) => ({ period, capacity, consumed }))
      .sort((a, b) => (a.period < b.period ? -1 : 1));
    return { term, periods, consumed: periods.reduce((sum, { consumed }) => sum + consumed, 0) };
  });
}
