import { addDays, isLocalDate } from '#kernel/local-date.js';

/**
 * Permendagri 22/2020 asks for a report at least twice a year, and no oftener than monthly makes sense: the agreement says
 * every how many months.
 */
export const DEFAULT_REPORT_MONTHS = 6;
export const MOST_REPORT_MONTHS = 6;

/** Days of the origin that one periodic report (pelaporan) covers, both inclusive; it is due on the last of them. */
export interface ReportPeriod {
  readonly from: string;
  readonly dueOn: string;
}

/**
 * Every report that an agreement owes, from its first day in force to its last; the last one covers what is left.
 *
 * @param firstDay first day in force
 * @param lastDay last day in force, or the day on which it ended before that
 * @param everyMonths 1 to 6
 */
export function reportPeriods(firstDay: string, lastDay: string, everyMonths: number): ReportPeriod[] {
  const periods: ReportPeriod[] = [];
  for (let number = 0; ; number += 1) {
    const from = addMonths(firstDay, number * everyMonths);
    if (from > lastDay) return periods;
    const end = addDays(addMonths(firstDay, (number + 1) * everyMonths), -1);
    periods.push({ from, dueOn: end < lastDay ? end : lastDay });
  }
}

/** The day of the same number, or the last of a month that is too short for it: 31 January + 1 month = 28 February. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const first = year * 12 + (month - 1) + months;
  const prefix = `${String(Math.floor(first / 12)).padStart(4, '0')}-${String((first % 12) + 1).padStart(2, '0')}`;
  for (let last = day; ; last -= 1) {
    const wanted = `${prefix}-${String(last).padStart(2, '0')}`;
    if (isLocalDate(wanted)) return wanted;
  }
}

export type ReportState = 'submitted' | 'overdue' | 'running' | 'ahead';

/** @param today at the origin; a report is overdue from the day after it is due */
export function reportState({ from, dueOn }: ReportPeriod, submitted: boolean, today: string): ReportState {
  if (submitted) return 'submitted';
  if (today > dueOn) return 'overdue';
  return today < from ? 'ahead' : 'running';
}

/** Due day of the first report that has not been submitted; null: none is owed any more. */
export function nextReportDue(periods: readonly ReportPeriod[], submitted: ReadonlySet<string>): string | null {
  return periods.find(({ dueOn }) => !submitted.has(dueOn))?.dueOn ?? null;
}
