import { addDays } from '#kernel/local-date.js';

export const EVERY = ['day', 'week', 'month'] as const;
export type Every = (typeof EVERY)[number];

/**
 * The day after `day` on which something recurs. A month keeps the day of the start where the month has it, else takes
 * its last: 31 January, 28 February, 31 March.
 */
export function nextDay(every: Every, startsOn: string, day: string): string {
  if (every === 'day') return addDays(day, 1);
  if (every === 'week') return addDays(day, 7);
  const [year = 0, month = 0] = day.split('-').map(Number);
  const firstOfNext = new Date(Date.UTC(year, month, 1));
  const lastOfNext = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const wanted = Math.min(Number(startsOn.slice(8)), lastOfNext);
  return `${firstOfNext.toISOString().slice(0, 8)}${String(wanted).padStart(2, '0')}`;
}
