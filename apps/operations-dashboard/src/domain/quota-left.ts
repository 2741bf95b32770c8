import { capacityOf } from '#kernel/quota-kind.js';
import { addDays, localDateAt } from '#kernel/local-date.js';
import type { QuotaCell, Term } from './market-snapshot.js';

/** First local day at the origin of the period that `at` falls into (weeks start on Monday), or `whole`. */
export function periodOf(period: string, at: Date, origin: string): string {
  const date = localDateAt(at, origin);
  if (period === 'week') return addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));
  if (period === 'month') return `${date.slice(0, 7)}-01`;
  if (period === 'year') return `${date.slice(0, 4)}-01-01`;
  return period === 'day' ? date : 'whole';
}

export interface QuotaUse {
  /** First local day of the period, or `whole`. */
  readonly periodStart: string;
  readonly consumed: number;
  /** Without a cap more than there is of anything. */
  readonly left: number;
}

/** What of a row's quota is spent and left in the period of `at`. */
export function quotaUse(term: Term, cells: readonly QuotaCell[], at: Date): QuotaUse {
  const periodStart = periodOf(term.period, at, term.origin);
  const cell = cells.find((candidate) => candidate.termId === term.id && candidate.period === periodStart);
  const consumed = cell?.consumed ?? 0;
  return { periodStart, consumed, left: Math.max(0, Math.max(capacityOf(term), cell?.capacity ?? 0) - consumed) };
}
