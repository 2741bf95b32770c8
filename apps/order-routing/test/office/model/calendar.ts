/** Days as people count them, written anew: the model takes nothing from the services. */

const HOUR = 3_600_000;
/** The three zones, by the province that a code begins with; all others of a history lie in WIB. */
const AHEAD: Readonly<Record<string, number>> = { '73': 8, '82': 9 };

const ahead = (region: string): number => (AHEAD[region.slice(0, 2)] ?? 7) * HOUR;

export function dayAt(at: Date, region: string): string {
  return new Date(at.getTime() + ahead(region)).toISOString().slice(0, 10);
}

export function startOf(day: string, region: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - ahead(region));
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * HOUR).toISOString().slice(0, 10);
}

export function endOf(day: string, region: string): Date {
  return startOf(plusDays(day, 1), region);
}

/** First day of the period in which a day lies; a week begins on Monday. */
export function periodOf(day: string, period: string): string {
  if (period === 'whole') return 'whole';
  if (period === 'month') return `${day.slice(0, 7)}-01`;
  if (period === 'year') return `${day.slice(0, 4)}-01-01`;
  if (period === 'day') return day;
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return plusDays(day, -sinceMonday);
}
