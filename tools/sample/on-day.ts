import { addDays, daysBetween, isLocalDate } from '#kernel/local-date.js';
import type { SampleInput, SampleOrder } from './sample-input.js';

/**
 * The sample as if its day were another one: every date in it moves by as many days. What rules of that day's law would
 * say is not changed: the regime and the rule of what is a small business stay the sample's own.
 */
export function onDay(
  sample: SampleInput,
  orders: readonly SampleOrder[],
  day: string,
): { sample: SampleInput; orders: readonly SampleOrder[] } {
  const days = daysBetween(sample.day, day);
  return { sample: { ...moved(sample, days), umkm: sample.umkm }, orders: moved(orders, days) };
}

function moved<T>(value: T, days: number): T {
  if (typeof value === 'string') return (isLocalDate(value) ? addDays(value, days) : value) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => moved(one, days)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const later = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, moved<unknown>(one, days)]));
  return numberedByYear(later) as T;
}

/** The number of a P-IRT certificate ends in the year until which it holds. */
function numberedByYear(record: Record<string, unknown>): Record<string, unknown> {
  const { kind, number, until } = record;
  if (kind !== 'P-IRT' || typeof number !== 'string' || typeof until !== 'string') return record;
  return { ...record, number: number.replace(/\d{2}$/, until.slice(2, 4)) };
}
