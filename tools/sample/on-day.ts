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
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, moved<unknown>(one, days)])) as T;
}
